// What the dealer's system calls something, with where it comes from, and the way to find it there.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { DmsIdGroup } from '../../../src-shared/domain/dms/dms-id.ts';
import { dmsIdWords } from '../../../src-shared/domain/dms/event-words.ts';
import { idWay } from '../../../src-shared/ipc/dms/id-way.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { useClock } from '../../stores/clock.ts';
import { useCommands } from '../../stores/commands.ts';
import { setDmsId } from '../../stores/dms/dms.ts';
import { useConflicts } from '../../stores/workfile/conflicts.ts';
import { tieFields } from '../../stores/workfile/fields.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { fromWords } from '../../words/dms/dms-words.ts';
import { wayWords } from '../../words/dms/search-words.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { whenOf } from '../../words/time-words.ts';

type Props = {
  readonly workfileId: WorkfileId;
  readonly group: DmsIdGroup;
  readonly disabledReason: string | undefined;
  readonly find?: { readonly run: () => void; readonly disabledReason: string | undefined };
};

/** It is set by a request of its own, which tells the history. */
export function IdField({ workfileId, group, disabledReason, find }: Props) {
  const record = useSheet(workfileId, ({ workfile }) => workfile);
  const conflicts = useConflicts(workfileId);
  const hint = useHint(workfileId, group);
  const fields = tieFields({ workfileId, kind: 'workfile', record, disabledReason, conflicts });
  const commit = async (id: string): Promise<string | undefined> => {
    const failure = await setDmsId(workfileId, group, id);
    return failure && wordBriefly(failure);
  };
  return (
    <div className='dms-id'>
      <TextField label={dmsIdWords[group]} hint={hint} {...fields.text(group, 'id')} onCommit={commit} />
      {find && (
        <Button icon='search' onPress={find.run} disabledReason={find.disabledReason}>
          {findWords[group]}
        </Button>
      )}
    </div>
  );
}

const findWords: Readonly<Record<DmsIdGroup, string>> = {
  dmsRepairId: '',
  dmsCustomerId: 'Find customer…',
  dmsVehicleId: 'Find vehicle…',
};

/** Where the id comes from, or how far it is on its way. */
function useHint(workfileId: WorkfileId, group: DmsIdGroup): string {
  const said = useSheet(workfileId, ({ workfile }) => workfile[group]);
  const events = useSheet(workfileId, ({ dmsEvents }) => dmsEvents);
  const given = useCommands((commands) => commands.given);
  const clock = useClock();
  if (said !== undefined && said.id !== '') return fromWords(said, (at) => whenOf(at, clock));
  const way = idWay(workfileId, group, { given, events });
  return way === undefined ? 'Not known yet' : wayWords(way);
}

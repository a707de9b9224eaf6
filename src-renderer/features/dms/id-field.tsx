// What the dealer's system calls something, with where it comes from, and the way to find it there.
import type { ReactNode } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { type DmsId, type DmsIdGroup, dmsIdOf } from '../../../src-shared/domain/dms/dms-id.ts';
import { dmsIdWords } from '../../../src-shared/domain/dms/event-words.ts';
import { neededIds } from '../../../src-shared/domain/dms/repair-order.ts';
import { idExports } from '../../../src-shared/domain/dms/unknown-outcome.ts';
import { isEnded } from '../../../src-shared/domain/workfile/life.ts';
import { type IdWay, idWay } from '../../../src-shared/ipc/dms/id-way.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { useClock } from '../../stores/clock.ts';
import { useCommands } from '../../stores/commands.ts';
import { setDmsId, useShopConnection } from '../../stores/dms/dms.ts';
import { useConflicts } from '../../stores/workfile/conflicts.ts';
import { tieFields } from '../../stores/workfile/fields.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { fromWords } from '../../words/dms/dms-words.ts';
import { neededWords, sentForId, wayWords } from '../../words/dms/search-words.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { whenOf } from '../../words/time-words.ts';
import { CheckButton } from './check-button.tsx';

type Props = {
  readonly workfileId: WorkfileId;
  readonly group: DmsIdGroup;
  readonly disabledReason: string | undefined;
  /** What else can be done with it. */
  readonly more?: ReactNode;
  readonly find?: { readonly run: () => void; readonly disabledReason: string | undefined };
};

/** It is set by a request of its own, which tells the history. */
export function IdField({ workfileId, group, disabledReason, find, more }: Props) {
  const record = useSheet(workfileId, ({ workfile }) => workfile);
  const conflicts = useConflicts(workfileId);
  const way = useWay(workfileId, group);
  const connection = useShopConnection();
  // The Repair ID may be added afterwards, too.
  const isNeeded = group !== 'dmsRepairId' && neededIds(connection).includes(group);
  const hint = useHint(record[group], way, isNeeded && !isEnded(record.stage.stage));
  const fields = tieFields({ workfileId, kind: 'workfile', record, disabledReason, conflicts });
  const commit = async (id: string): Promise<string | undefined> => {
    const failure = await setDmsId(workfileId, group, id);
    return failure && wordBriefly(failure);
  };
  return (
    <div className='dms-id' data-id={group}>
      <TextField label={dmsIdWords[group]} hint={hint} {...fields.text(group, 'id')} onCommit={commit} />
      {way?.kind === 'unknown' ? (
        <CheckButton
          workfileId={workfileId}
          subject={{ kind: idExports[group], id: workfileId }}
          sent={sentForId[group]}
        />
      ) : (
        find && (
          <Button icon='search' keys='F4' onPress={find.run} disabledReason={find.disabledReason}>
            {findWords[group]}
          </Button>
        )
      )}
      {more}
    </div>
  );
}

const findWords: Readonly<Record<DmsIdGroup, string>> = {
  dmsRepairId: '',
  dmsCustomerId: 'Find customer…',
  dmsVehicleId: 'Find vehicle…',
};

/** How far an id is that is not there yet; also whether nobody knows if the next one was given. */
function useWay(workfileId: WorkfileId, group: DmsIdGroup): IdWay | undefined {
  const isThere = useSheet(workfileId, ({ workfile }) => dmsIdOf(workfile, group) !== '');
  const events = useSheet(workfileId, ({ dmsEvents }) => dmsEvents);
  const given = useCommands((commands) => commands.given);
  const way = idWay(workfileId, group, { given, events });
  return isThere && way?.kind !== 'unknown' ? undefined : way;
}

/** Where the id comes from, or how far it is on its way. */
function useHint(said: DmsId | undefined, way: IdWay | undefined, isNeeded: boolean): string {
  const clock = useClock();
  if (said !== undefined && said.id !== '' && way === undefined) return fromWords(said, (at) => whenOf(at, clock));
  if (way !== undefined) return wayWords(way);
  return isNeeded ? neededWords : 'Not known yet';
}

// The connection of the repair facility, and what the dealer's system calls the repair, its customer and its vehicle.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { DmsIdGroup } from '../../../src-shared/domain/dms/dms-id.ts';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { useClock } from '../../stores/clock.ts';
import { setDmsId, useShopConnection } from '../../stores/dms/dms.ts';
import { useBinned, useCannotEdit } from '../../stores/workfile/closed.ts';
import { useConflicts } from '../../stores/workfile/conflicts.ts';
import { tieFields } from '../../stores/workfile/fields.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { connectionWords, dmsIdWords, fromWords } from '../../words/dms/dms-words.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { whenOf } from '../../words/time-words.ts';

type Props = { readonly workfileId: WorkfileId };

export function DmsProperties({ workfileId }: Props) {
  const frozen = useCannotEdit(workfileId, 'use-dms');
  const binned = useBinned(workfileId);
  return (
    <div className='form-screen dms-properties'>
      <Connection />
      <FieldGroup title='DMS IDs'>
        <IdField workfileId={workfileId} group='dmsRepairId' disabledReason={binned} />
        <IdField workfileId={workfileId} group='dmsCustomerId' disabledReason={frozen} />
        <IdField workfileId={workfileId} group='dmsVehicleId' disabledReason={frozen} />
      </FieldGroup>
    </div>
  );
}

function Connection() {
  const connection = useShopConnection();
  return connection === undefined ? (
    <MessageStrip
      tone='info'
      what='The repair facility has no DMS connection yet.'
      safe='IDs that are typed here are kept.'
      todo='Payments stay Ready until a manager sets a connection up.'
    />
  ) : (
    <dl className='dms-connection'>
      <dt>DMS connection</dt>
      <dd>{connectionWords(connection)}</dd>
    </dl>
  );
}

type IdProps = Props & { readonly group: DmsIdGroup; readonly disabledReason: string | undefined };

/** An id with where it comes from; it is set by a request of its own, which tells the history. */
function IdField({ workfileId, group, disabledReason }: IdProps) {
  const record = useSheet(workfileId, ({ workfile }) => workfile);
  const conflicts = useConflicts(workfileId);
  const clock = useClock();
  const fields = tieFields({ workfileId, kind: 'workfile', record, disabledReason, conflicts });
  const commit = async (id: string): Promise<string | undefined> => {
    const failure = await setDmsId(workfileId, group, id);
    return failure && wordBriefly(failure);
  };
  const said = record[group];
  const isKnown = said !== undefined && said.id !== '';
  return (
    <TextField
      label={dmsIdWords[group]}
      hint={isKnown ? fromWords(said, (at) => whenOf(at, clock)) : 'Not known yet'}
      {...fields.text(group, 'id')}
      onCommit={commit}
    />
  );
}

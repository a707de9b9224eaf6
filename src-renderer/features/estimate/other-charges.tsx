// The charges of an estimate that are not lines.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { ValueField } from '../../../src-ui/fields/value-field.tsx';
import { useConflicts } from '../../stores/workfile/conflicts.ts';
import { tieFields } from '../../stores/workfile/fields.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { money } from '../../words/formats.ts';

export type OtherChargesProps = { readonly workfileId: WorkfileId; readonly disabledReason: string | undefined };

export function OtherCharges({ workfileId, disabledReason }: OtherChargesProps) {
  const estimate = useSheet(workfileId, (sheet) => sheet.estimate);
  const conflicts = useConflicts(workfileId);
  const { value } = tieFields({ workfileId, kind: 'estimate', record: estimate, disabledReason, conflicts });
  return (
    <div className='other-charges'>
      <ValueField label='Towing' align='end' {...value('charges', 'towingCents', money)} />
      <ValueField label='Storage' align='end' {...value('charges', 'storageCents', money)} />
      <ValueField label='Other charges' align='end' {...value('charges', 'otherCents', money)} />
    </div>
  );
}

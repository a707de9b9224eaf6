// Who pays: the payer, the insurance company, the claim and the deductible.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { payers } from '../../../src-shared/domain/insurance/insurance.ts';
import { CheckField } from '../../../src-ui/fields/check-field.tsx';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { DateField } from '../../../src-ui/fields/date-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { ValueField } from '../../../src-ui/fields/value-field.tsx';
import { useClock } from '../../stores/clock.ts';
import { useCannotEdit } from '../../stores/workfile/closed.ts';
import { useConflicts } from '../../stores/workfile/conflicts.ts';
import { type RecordFields, tieFields } from '../../stores/workfile/fields.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { money, share } from '../../words/formats.ts';
import { dayOf } from '../../words/time-words.ts';

const payerChoices = payers.map((value) => ({ value, label: value }));

export function InsuranceScreen({ workfileId }: { readonly workfileId: WorkfileId }) {
  const insurance = useSheet(workfileId, (sheet) => sheet.insurance);
  const today = useClock(({ now }) => dayOf(now));
  const disabledReason = useCannotEdit(workfileId, 'edit-insurance');
  const conflicts = useConflicts(workfileId);
  const tie = { workfileId, kind: 'insurance', record: insurance, disabledReason, conflicts } as const;
  const fields = tieFields(tie);
  const { text } = fields;
  const isInsured = insurance.payer.payer === 'Insurance Company';
  return (
    <div className='form-screen'>
      <div className='form-columns'>
        <FieldGroup title='Payer'>
          <ChoiceField label='Payer' choices={payerChoices} {...text('payer', 'payer')} />
          {isInsured && <Deductible fields={fields} kind={insurance.deductibleRule?.kind ?? 'amount'} />}
          <TextField label='Insurance company' wide {...text('company', 'name')} />
          <TextField label='Claim office' wide {...text('company', 'claimOffice')} />
        </FieldGroup>
        <FieldGroup title='Claim'>
          <TextField label='Claim number' {...text('claim', 'number')} />
          <TextField label='Policy number' {...text('claim', 'policy')} />
          <DateField label='Loss date' hint='Ctrl+; is today' today={today} {...text('claim', 'lossDate')} />
        </FieldGroup>
      </div>
    </div>
  );
}

const deductibleKinds = [
  { value: 'amount', label: 'A sum' },
  { value: 'percent', label: 'A percentage of the claim' },
  { value: 'acv', label: 'A percentage of the vehicle’s value' },
] as const;

type Stated = { readonly fields: RecordFields<'insurance'>; readonly kind: string };

/** The deductible as the policy states it; it counts only where the insurer pays. */
function Deductible({ fields: { text, value, flag }, kind }: Stated) {
  return (
    <>
      <ChoiceField label='Deductible is' choices={deductibleKinds} {...text('deductibleRule', 'kind')} />
      {kind === 'amount' && (
        <ValueField
          label='Deductible'
          align='end'
          prefix='$'
          inputMode='decimal'
          {...value('deductible', 'amountCents', money)}
        />
      )}
      {kind !== 'amount' && (
        <ValueField label='Deductible' align='end' suffix='%' {...value('deductibleRule', 'rate', share)} />
      )}
      {kind === 'acv' && (
        <ValueField
          label='Actual cash value'
          align='end'
          prefix='$'
          hint='Of the vehicle before the loss'
          {...value('deductibleRule', 'acvCents', money)}
        />
      )}
      <CheckField label='Deductible waived' {...flag('deductibleRule', 'waived')} />
    </>
  );
}

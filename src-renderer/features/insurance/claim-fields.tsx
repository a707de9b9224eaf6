// The claim: its numbers, what happened and when, and the coverage it is paid under.
import type { Payer } from '../../../src-shared/domain/insurance/insurance.ts';
import { coverageNames, lossTypes } from '../../../src-shared/domain/insurance/loss.ts';
import { hasUse } from '../../../src-shared/domain/insurance/payer-fields.ts';
import type { Choice } from '../../../src-ui/choice/choice.ts';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { DateField } from '../../../src-ui/fields/date-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { useClock } from '../../stores/clock.ts';
import type { RecordFields } from '../../stores/workfile/fields.ts';
import { todayOf } from '../../words/time-words.ts';

export type ClaimFieldsProps = { readonly fields: RecordFields<'insurance'>; readonly payer: Payer };

const lossChoices = lossTypes.map((value) => ({ value, label: value }));
/** A code of another program stays in the list while it is chosen. */
const coverageChoices = (code: string): readonly Choice[] => [
  { value: '', label: 'Not known yet' },
  ...Object.entries(coverageNames).map(([value, label]) => ({ value, label })),
  ...(code === '' || Object.hasOwn(coverageNames, code) ? [] : [{ value: code, label: code }]),
];

export function ClaimFields({ fields: { text }, payer }: ClaimFieldsProps) {
  const today = useClock(todayOf);
  const coverage = text('coverage', 'code');
  return (
    <FieldGroup title='Claim'>
      {hasUse(payer, 'claim') && <TextField label='Claim number' {...text('claim', 'number')} />}
      {hasUse(payer, 'policy') && (
        <TextField label={payer === 'Warranty' ? 'Contract number' : 'Policy number'} {...text('claim', 'policy')} />
      )}
      <DateField label='Loss date' hint='Ctrl+; is today' today={today} {...text('claim', 'lossDate')} />
      <ChoiceField label='Type of loss' free choices={lossChoices} {...text('loss', 'type')} />
      {hasUse(payer, 'coverage') && (
        // What is typed is a name, which is longer than the code that is kept.
        <ChoiceField label='Coverage' choices={coverageChoices(coverage.value)} {...coverage} maxLength={80} />
      )}
      {hasUse(payer, 'claim') && <TextField label='Assignment number' {...text('assignment', 'reference')} />}
    </FieldGroup>
  );
}

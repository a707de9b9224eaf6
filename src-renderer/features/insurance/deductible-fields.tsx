// The deductible as the policy states it, who takes it, and what was agreed about betterment.
import { type Collector, collectors } from '../../../src-shared/domain/insurance/insurance.ts';
import { CheckField } from '../../../src-ui/fields/check-field.tsx';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { ValueField } from '../../../src-ui/fields/value-field.tsx';
import type { RecordFields } from '../../stores/workfile/fields.ts';
import { money, share } from '../../words/formats.ts';
import type { SinceLock } from './use-since-lock.ts';

const kinds = [
  { value: 'amount', label: 'A sum' },
  { value: 'percent', label: 'A percentage of the claim' },
  { value: 'acv', label: 'A percentage of the vehicle’s value' },
] as const;

const collectorWords: Readonly<Record<Collector, string>> = {
  '': 'Not said',
  shop: 'The shop, from the customer',
  insurer: 'The insurer',
};
const collectorChoices = collectors.map((value) => ({ value, label: collectorWords[value] }));

export type DeductibleFieldsProps = {
  readonly fields: RecordFields<'insurance'>;
  readonly kind: string;
  /** What is said where it differs from what was locked. */
  readonly since: ReturnType<SinceLock['at']>;
};

export function DeductibleFields({ fields: { text, value, flag }, kind, since }: DeductibleFieldsProps) {
  return (
    <FieldGroup title='Deductible and betterment'>
      <ChoiceField label='Deductible is' choices={kinds} {...text('deductibleRule', 'kind')} />
      {kind === 'amount' && (
        <ValueField
          label='Deductible'
          align='end'
          prefix='$'
          inputMode='decimal'
          {...value('deductible', 'amountCents', money)}
          {...since}
        />
      )}
      {kind !== 'amount' && (
        <ValueField label='Deductible' align='end' suffix='%' {...value('deductibleRule', 'rate', share)} {...since} />
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
      <ChoiceField label='Who collects it' choices={collectorChoices} {...text('collection', 'by')} />
      <CheckField label='Deductible waived' {...flag('deductibleRule', 'waived')} />
      <TextField label='Betterment note' wide multiline={2} {...text('bettermentNote', 'text')} />
    </FieldGroup>
  );
}

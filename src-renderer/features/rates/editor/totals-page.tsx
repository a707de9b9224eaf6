// Discounts, and how the totals are reckoned.
import { CheckField } from '../../../../src-ui/fields/check-field.tsx';
import { ChoiceField } from '../../../../src-ui/fields/choice-field.tsx';
import { FieldGroup } from '../../../../src-ui/fields/field-group.tsx';
import { ValueField } from '../../../../src-ui/fields/value-field.tsx';
import { money, share } from '../../../words/formats.ts';
import { deductibleWords, reckoningWords } from '../../../words/rate-words.ts';
import { choiceField, type Editing, flagField, valueField } from './rate-editing.ts';

export function TotalsPage(from: Editing) {
  return (
    <>
      <FieldGroup title='Discounts'>
        <ValueField label='Discount' suffix='%' {...valueField(from, 'discount', ['rate'], share)} />
        <ValueField
          label='Discount as a sum'
          prefix='$'
          {...hinted(valueField(from, 'discountSum', ['amountCents'], money), 'Counts instead of the percentage')}
        />
        <ValueField label='Discount on towing' suffix='%' {...valueField(from, 'chargeDiscount', ['towing'], share)} />
        <ValueField
          label='Discount on storage'
          suffix='%'
          {...valueField(from, 'chargeDiscount', ['storage'], share)}
        />
      </FieldGroup>
      <FieldGroup title='Totals'>
        <ChoiceField label='Rounding and tax' {...choiceField(from, 'reckoning', ['by'], reckoningWords)} />
        <ChoiceField
          label='The deductible is taken off'
          {...choiceField(from, 'reckoning', ['deductibleIn'], deductibleWords)}
        />
        <CheckField label='A betterment includes its tax' {...flagField(from, 'reckoning', ['bettermentTaxed'])} />
      </FieldGroup>
    </>
  );
}

const hinted = <F extends { readonly hint?: string }>(field: F, hint: string): F & { readonly hint: string } => ({
  ...field,
  hint: field.hint ?? hint,
});

// An own markup of lines, their betterment, and whose money they are.
import { CheckField } from '../../../../src-ui/fields/check-field.tsx';
import { ChoiceField } from '../../../../src-ui/fields/choice-field.tsx';
import { FieldGroup } from '../../../../src-ui/fields/field-group.tsx';
import { ValueField } from '../../../../src-ui/fields/value-field.tsx';
import { money, share, signedMoney, signedRate } from '../../../words/formats.ts';
import { bettermentChoices, shareChoices } from '../../../words/line-words.ts';
import type { PageProps } from './page-props.ts';

export function PricePage({ fields }: PageProps) {
  const { choice, flag, value, common } = fields;
  const isOwn = common('adjust', 'own') === true;
  const kind = common('betterment', 'kind');
  return (
    <>
      <FieldGroup title='Markup or discount of the part or sublet'>
        <CheckField label="Its own, in place of the profile's" {...flag('adjust', 'own')} />
        {isOwn && <ValueField label='Percent' align='end' suffix='%' {...value('adjust', 'rate', signedRate)} />}
        {isOwn && <ValueField label='Sum' align='end' {...value('adjust', 'amountCents', signedMoney)} />}
      </FieldGroup>
      <FieldGroup title='Betterment: what the customer pays for being better than before'>
        <ChoiceField label='Betterment' choices={bettermentChoices} {...choice('betterment', 'kind')} />
        {kind === 'rate' && (
          <ValueField label='Percent' align='end' suffix='%' {...value('betterment', 'rate', share)} />
        )}
        {kind === 'amount' && <ValueField label='Sum' align='end' {...value('betterment', 'amountCents', money)} />}
        {kind === 'rate' && (
          <>
            <CheckField label='Of the part' {...flag('betterment', 'part')} />
            <CheckField label='Of the labor' {...flag('betterment', 'labor')} />
            <CheckField label='Of the paint labor' {...flag('betterment', 'paint')} />
            <CheckField label='Of the paint supplies' {...flag('betterment', 'materials')} />
          </>
        )}
      </FieldGroup>
      <FieldGroup title='Whose money'>
        <ChoiceField label='Paid by' choices={shareChoices} {...choice('share', 'of')} />
      </FieldGroup>
    </>
  );
}

// The fields of a new receipt, in the order in which a hand at the keys goes through them.
import { printMoney } from '../../../src-shared/base/money.ts';
import type { Balance } from '../../../src-shared/domain/receipt/balance.ts';
import type { Receipt } from '../../../src-shared/domain/receipt/receipt.ts';
import { isAdjusting } from '../../../src-shared/domain/receipt/receipt-type.ts';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { DateField } from '../../../src-ui/fields/date-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { ValueField } from '../../../src-ui/fields/value-field.tsx';
import { signedMoney } from '../../words/formats.ts';
import { choiceOf, typeOf, useTypeChoices } from './type-choices.ts';
import type { ReceiptForm } from './use-receipt-form.ts';

export type ReceiptFieldsProps = {
  readonly form: ReceiptForm;
  readonly set: (change: Partial<Receipt['money']>) => undefined;
  /** The insurance company of the workfile. */
  readonly company: string;
  readonly balance: Balance;
  readonly today: string;
};

const payers = [
  { value: 'customer', label: 'Customer' },
  { value: 'insurance', label: 'Insurance' },
] as const;

export function ReceiptFields({ form, set, company, balance, today }: ReceiptFieldsProps) {
  const { problemAt, typing } = form;
  const { money, reason } = form.values;
  const typeChoices = useTypeChoices();
  return (
    <FieldGroup>
      <ChoiceField
        label='Received from'
        value={money.from}
        choices={payers}
        hint={`Due ${printMoney(balance[money.from].due)}`}
        {...typing('from')}
        onCommit={(from) => set({ from: from as Receipt['money']['from'] })}
      />
      {money.from === 'insurance' && (
        <ChoiceField
          label='Insurance company'
          free
          maxLength={80}
          value={money.insurer}
          choices={company === '' ? [] : [{ value: company, label: company }]}
          {...typing('insurer')}
          onCommit={(insurer) => set({ insurer })}
        />
      )}
      <ValueField
        label='Amount'
        required
        align='end'
        prefix='$'
        inputMode='decimal'
        value={money.amountCents}
        print={(value) => (value === 0 ? '' : signedMoney.print(value))}
        parse={signedMoney.parse}
        problem={problemAt('amountCents')}
        {...typing('amountCents')}
        onCommit={(amountCents) => set({ amountCents })}
      />
      <ChoiceField
        label='Type'
        required
        value={choiceOf(money)}
        choices={typeChoices}
        problem={problemAt('type', 'typeName')}
        {...typing('type')}
        onCommit={(choice) => set(typeOf(choice))}
      />
      <TextField
        label='Check/auth number'
        maxLength={40}
        hint='Never the number of a card'
        value={money.reference}
        problem={problemAt('reference')}
        {...typing('reference')}
        onCommit={(reference) => set({ reference })}
      />
      <DateField
        label='Date'
        required
        hint='Ctrl+; is today'
        today={today}
        value={money.date}
        problem={problemAt('date')}
        {...typing('date')}
        onCommit={(date) => set({ date: date as Receipt['money']['date'] })}
      />
      {isAdjusting(money.type) && (
        <TextField
          label='Reason'
          required
          wide
          maxLength={200}
          value={reason}
          problem={problemAt('reason')}
          {...typing('reason')}
          onCommit={form.setReason}
        />
      )}
      <TextField
        label='Memo'
        wide
        maxLength={500}
        value={money.memo}
        problem={problemAt('memo')}
        {...typing('memo')}
        onCommit={(memo) => set({ memo })}
      />
    </FieldGroup>
  );
}

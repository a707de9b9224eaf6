// Where the fields of a receipt are kept.

import { recordTable } from './record-table.ts';

/** Where every entry of the ledger keeps what binds it to those before. */
export const chain = { form: 'chain_form', on: 'chain_on', hash: 'chain_hash' } as const;

export const receiptTable = recordTable(
  'receipt',
  {
    parent: { workfileId: 'parent_workfile_id' },
    number: { number: 'number_number', serial: 'number_serial' },
    money: {
      amountCents: 'money_amount_cents',
      date: 'money_date',
      from: 'money_from',
      insurer: 'money_insurer',
      type: 'money_type',
      typeName: 'money_type_name',
      reference: 'money_reference',
      memo: 'money_memo',
    },
    taken: { at: 'taken_at', by: 'taken_by' },
    chain,
  },
  { adjustment: 'adjustment', dms: 'dms' },
);

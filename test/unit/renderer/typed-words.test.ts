/** What was typed, as it stands in the file that somebody takes along: read by a person, not by a program. */
import { expect, test } from 'vitest';
import { wordTyped } from '../../../src-renderer/words/pc/typed-words.ts';

test('the text of a field stands as it was typed', () => {
  expect(wordTyped('Springfield')).toBe(' Springfield');
  for (const text of ['', '12.50', '"quoted"', '[1]', '{half', 'null']) expect(wordTyped(text)).toBe(` ${text}`);
});

test('a form stands field by field, without what nobody wrote and what only the program reads', () => {
  const form = {
    receiptId: '0190a000-0000-7000-8000-000000000001',
    money: { amountCents: 123_456, date: '2026-11-21', from: 'customer', reference: '', memo: 'Deposit' },
    lineIds: ['a', 'b'],
    tags: ['LT fender', 'Hood'],
    pinned: true,
    prints: false,
    rows: [{ name: 'Tow', hours: 2 }],
  };
  expect(wordTyped(JSON.stringify(form))).toBe(
    [
      '',
      'Money, amount: 1,234.56',
      'Money, date: 2026-11-21',
      'Money, from: customer',
      'Money, memo: Deposit',
      'Tags: LT fender, Hood',
      'Pinned: yes',
      'Rows: Name: Tow; Hours: 2',
    ].join('\n    '),
  );
});

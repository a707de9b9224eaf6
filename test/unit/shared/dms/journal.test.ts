import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from '../../../../src-shared/base/csv.ts';
import type { CivilDate } from '../../../../src-shared/base/dates.ts';
import { journalColumns, journalCsv, journalFileName } from '../../../../src-shared/domain/dms/journal/journal-csv.ts';
import { journalEntries } from '../../../../src-shared/domain/dms/journal/journal-entries.ts';
import { type JournalSettings, journalSettings } from '../../../../src-shared/domain/dms/settings/journal.ts';
import { receiptsBook } from '../../../support/receipts.ts';

const settings: JournalSettings = journalSettings.parse({
  firstDay: '2026-11-01',
  journal: 'CR',
  receivableAccount: '1210',
  receiptAccounts: { cash: '1020', check: '1030', 'insurance-check': '1030', 'write-off': '6400' },
});
const workfile = { ro: '48213', customer: 'Turpin, Sharon' };
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const book = () => receiptsBook(sha256);
const shop = { zone: 'America/Chicago', today: '2026-11-30' };
const entriesOf = ({ ledger }: ReturnType<typeof book>) => journalEntries(ledger(), workfile, shop);

/** The rows of a file by the names of its columns. */
function rowsIn(text: string): readonly Readonly<Record<string, string>>[] {
  const [titles = [], ...rows] = readCsv(text);
  expect(titles).toEqual([...journalColumns]);
  return rows.map((row) => Object.fromEntries(titles.map((title, i) => [title, row[i] ?? ''])));
}
const centsIn = (rows: readonly Readonly<Record<string, string>>[], column: string): number =>
  rows.reduce((sum, row) => sum + Math.round(Number(row[column]) * 100), 0);

test('a receipt debits the account of its type and credits what is owed', () => {
  const one = book();
  one.take({ amountCents: 123_456, type: 'check', reference: '1881', memo: 'Deductible' });
  const rows = rowsIn(journalCsv(entriesOf(one), settings).text);
  const usual = { Date: '2026-11-21', Reference: '48213-1A', Control: '48213', 'Check/Auth number': '1881' };
  expect(rows).toMatchObject([
    { ...usual, Account: '1030', Debit: '1234.56', Credit: '', Journal: 'CR', Company: '', Type: 'Check' },
    { ...usual, Account: '1210', Debit: '', Credit: '1234.56', From: 'Customer', Description: 'Deductible' },
  ]);
});

test('money that goes back is booked the other way round, with the number of what it takes back', () => {
  const one = book();
  const taken = one.take({ amountCents: 5000 });
  one.take({ amountCents: -5000 }, { reverses: taken.id, reason: 'Wrong workfile' });
  const [, , back] = rowsIn(journalCsv(entriesOf(one), settings).text);
  expect(back).toMatchObject({ Account: '1020', Debit: '', Credit: '50.00', 'Takes back': '48213-1A' });
  expect(back).toMatchObject({ Description: 'Wrong workfile' });
});

test('a void takes its receipt back on the shop’s day on which it was said, and once where two PCs said it', () => {
  const one = book();
  one.void(one.take({ date: '2026-11-01' as CivilDate }));
  const said = one.ledger().receiptVoids.map((each) => ({ ...each.said, at: Date.UTC(2026, 10, 22, 3) }));
  const [first] = one.ledger().receiptVoids;
  if (first === undefined || said[0] === undefined) throw new Error('a void was said');
  const twice = [
    { ...first, said: said[0] },
    { ...first, said: { ...said[0], at: Date.UTC(2026, 10, 25) } },
  ];
  const entries = journalEntries({ ...one.ledger(), receiptVoids: twice }, workfile, shop);
  expect(entries.map(({ date, reference, amountCents }) => [date, reference, amountCents])).toEqual([
    ['2026-11-01', '48213-1A', 10_000],
    ['2026-11-21', '48213-1A-V', -10_000],
  ]);
  expect(entries[1]?.takesBack).toBe('48213-1A');
});

test('an insurer’s money says whose it is', () => {
  const one = book();
  one.take({ type: 'insurance-check', from: 'insurance', insurer: 'Harbor Mutual' });
  one.take({ type: 'insurance-check', from: 'insurance' });
  expect(entriesOf(one).map(({ from }) => from)).toEqual(['Harbor Mutual', 'Insurance']);
});

test('a type without an account is left out, and named', () => {
  const one = book();
  one.take({ type: 'visa' });
  one.take({ type: 'cash' });
  const { text, left } = journalCsv(entriesOf(one), settings);
  expect(left.map(({ reference, typeName }) => [reference, typeName])).toEqual([['48213-1A', 'Visa']]);
  expect(new Set(rowsIn(text).map((row) => row.Reference))).toEqual(new Set(['48213-2A']));
});

test('what begins like a formula is text to every spreadsheet, and an amount stays a number', () => {
  const one = book();
  one.take({ memo: '=1+1', reference: '@SUM(A1)' });
  const entries = journalEntries(one.ledger(), { ro: '+48213x', customer: '-Turpin' }, shop);
  const { text } = journalCsv(entries, settings);
  for (const cell of ["'=1+1", "'@SUM(A1)", "'+48213x", "'-Turpin"]) expect(text).toContain(cell);
  expect(text).toContain(',100.00,');
});

test('whatever was written, each reference comes to nothing and no cell is a formula', () => {
  const types = ['cash', 'check', 'write-off'] as const;
  const receipt = fc.record({
    amountCents: fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }),
    memo: fc.oneof(fc.string(), fc.constantFrom('=1', '+1', '-x', '@x', '\tx', '\rx', '"', ',')),
    type: fc.constantFrom(...types),
  });
  fc.assert(
    fc.property(fc.array(receipt, { maxLength: 8 }), (money) => {
      const one = book();
      for (const each of money) one.take(each);
      const rows = rowsIn(journalCsv(entriesOf(one), settings).text);
      expect(rows).toHaveLength(2 * money.length);
      expect(centsIn(rows, 'Debit')).toBe(centsIn(rows, 'Credit'));
      const raw = journalCsv(entriesOf(one), settings).text.slice(1);
      for (const [, cell = ''] of raw.matchAll(/(?:^|,|\r\n)((?:"(?:[^"]|"")*")|[^",\r\n]*)/g))
        expect(cell).not.toMatch(/^"?[=+\-@\t\r](?!\d+\.\d\d$)/);
    }),
  );
});

test('the paper on the file has its columns in their order', () => {
  const paper = readFileSync(path.resolve(import.meta.dirname, '../../../../docs/journal-file.md'), 'utf8');
  const rows = [...paper.matchAll(/^\| (.+?) \|/gm)].map(([, name]) => name).slice(2);
  expect(rows).toEqual([...journalColumns]);
});

test('a file is called by its number and the days of its entries', () => {
  const days = { first: '2026-05-01', last: '2026-05-31' };
  expect(journalFileName(12, days)).toBe('Journal 12, 2026-05-01 to 2026-05-31.csv');
  expect(journalFileName(3, { ...days, last: '2026-05-01' })).toBe('Journal 3, 2026-05-01.csv');
});

test('books need the account of what is owed, and no field that nobody knows', () => {
  expect(journalSettings.safeParse({}).success).toBe(false);
  const day = { firstDay: '2026-11-01' };
  expect(journalSettings.safeParse({ ...day, receivableAccount: '1210' }).success).toBe(true);
  expect(journalSettings.safeParse({ firstDay: '2026-11-31', receivableAccount: '1210' }).success).toBe(false);
  expect(journalSettings.safeParse({ ...day, receivableAccount: '1210', bank: '1' }).success).toBe(false);
});

// A journal as a file for books that have no interface: two rows an entry, which come to nothing together.

import { writeCsv } from '../../../base/csv.ts';
import { plainMoney } from '../../../base/money.ts';
import type { JournalSettings } from '../settings/journal.ts';
import { partnerTypeOf } from '../settings/setting.ts';
import { inOrder, type JournalEntry } from './journal-entries.ts';

/**
 * The columns of the file, in their order. *Debit* and *Credit* hold an amount with a point and two decimals, one of them
 * in each row and never below nothing; dates are `YYYY-MM-DD`. Whatever begins like a formula has a quote before it.
 */
export const journalColumns = [
  'Date',
  'Reference',
  'Company',
  'Journal',
  'Account',
  'Debit',
  'Credit',
  'Control',
  'RO number',
  'Customer',
  'From',
  'Type',
  'Check/Auth number',
  'Takes back',
  'Description',
] as const;

/** A file, and the entries that it lacks because the shop gave their type no account. */
export type JournalFile = { readonly text: string; readonly left: readonly JournalEntry[] };

/** The file of some entries, with a mark by which spreadsheets know that it is UTF-8. */
export function journalCsv(entries: readonly JournalEntry[], settings: JournalSettings): JournalFile {
  const { receiptAccounts } = settings;
  const left = entries.filter(({ type }) => partnerTypeOf(receiptAccounts, type) === null);
  const rows = entries.toSorted(inOrder).flatMap((entry) => {
    const account = partnerTypeOf(receiptAccounts, entry.type);
    return account === null ? [] : rowsOf(entry, account, settings);
  });
  return { text: `\uFEFF${writeCsv([journalColumns, ...rows])}`, left };
}

/** `Journal 12, 2026-05-01 to 2026-05-31.csv`: its number, and the days of its first and last entry. */
export const journalFileName = (
  n: number,
  { first, last }: { readonly first: string; readonly last: string },
): string => (first === last ? `Journal ${n}, ${first}.csv` : `Journal ${n}, ${first} to ${last}.csv`);

/** Money that comes in debits the account of its type and credits what is owed; money that goes back the other way round. */
function rowsOf(entry: JournalEntry, account: string, settings: JournalSettings): readonly (readonly string[])[] {
  const amount = plainMoney(Math.abs(entry.amountCents));
  const row = (of: string, isDebit: boolean): readonly string[] => [
    entry.date,
    entry.reference,
    settings.company,
    settings.journal,
    of,
    isDebit ? amount : '',
    isDebit ? '' : amount,
    entry.ro === '' ? entry.reference : entry.ro,
    entry.ro,
    entry.customer,
    entry.from,
    entry.typeName,
    entry.checkNumber,
    entry.takesBack,
    entry.description.replaceAll(/\s+/g, ' '),
  ];
  const comesIn = entry.amountCents >= 0;
  return [row(account, comesIn), row(settings.receivableAccount, !comesIn)];
}

// Journal files in words: what the next one holds, what stays out of it, and why none is made.

import { type CivilDate, printDate } from '../../../src-shared/base/dates.ts';
import { cents, printMoney } from '../../../src-shared/base/money.ts';
import { firstUntold, newestGiven } from '../../../src-shared/domain/dms/journal/last-file.ts';
import type { TypedJournal } from '../../../src-shared/domain/dms/settings/journal.ts';
import type { JournalBook } from '../../../src-shared/sync/journal.ts';
import { receiptTypeName } from './setting-words.ts';

export const dayWords = (day: string): string => printDate(day as CivilDate);
const entriesWords = (count: number): string => (count === 1 ? '1 entry' : `${count} entries`);

/** `14 entries, 3,220.00, until 5/31/2026`. */
export function dueWords({ entries, totalCents, through, more }: JournalBook['due']): string {
  if (entries === 0) return `Nothing is due until ${dayWords(through)}.`;
  const rest = more === 0 ? '' : ` ${entriesWords(more)} more come into the file after it.`;
  const size = `$${printMoney(cents(Math.abs(totalCents)))}`;
  const sum = totalCents < 0 ? `(${size})` : size;
  return `${entriesWords(entries)}, ${sum} in all, until ${dayWords(through)}.${rest}`;
}

/** What has no account: `Visa (2), Gift card (1)`. */
export const leftWords = (left: JournalBook['due']['left']): string =>
  left.map(({ type, entries }) => `${type} (${entries})`).join(', ');

/** What may still go to a partner that is switched off. */
export const waitingWords = (count: number): string =>
  count === 1
    ? '1 receipt waits for the DMS and is in no file.'
    : `${count} receipts wait for the DMS and are in no file.`;

/** What a person says of the last file after a restore. */
type SaidLast = { readonly lastFile: number | undefined; readonly despite: boolean };

/** The first lost file until the one that is said of which no PC told yet. */
export const untoldFile = ({ isRestored, files, lost }: JournalBook, lastFile: number | undefined) =>
  isRestored && lastFile !== undefined ? firstUntold({ newest: files[0]?.n ?? 0, lost }, lastFile) : undefined;

function whyNotFollow(book: JournalBook, { lastFile, despite }: SaidLast): string | undefined {
  if (lastFile === undefined) return 'say first which file was the last.';
  const given = newestGiven({ newest: book.files[0]?.n ?? 0, lost: book.lost });
  if (lastFile < given) return `journal ${given} is known already.`;
  const untold = untoldFile(book, lastFile);
  return untold === undefined || despite ? undefined : `no PC told yet what stood in journal ${untold}.`;
}

/** Why no file can be made now. */
export function whyNotMake(book: JournalBook, said: SaidLast): string | undefined {
  const { settings, partner, isRestored, due, today } = book;
  if (settings === null) return 'the accounts are not set yet.';
  if (due.through > today) return 'its last day is still to come.';
  if (typeof settings === 'object' && due.through < settings.firstDay)
    return `files begin on ${dayWords(settings.firstDay)}.`;
  const whyNot = isRestored ? whyNotFollow(book, said) : undefined;
  if (due.entries > 0) return whyNot;
  return partner === '' ? (whyNot ?? 'nothing is due.') : `${partner} takes payments by itself.`;
}

/** Why accounts are not shown that a newer program set: this PC does not read them, or the cloud itself. */
export const unreadableWords = {
  'unreadable-here': {
    what: 'A newer version of Shopfile set the accounts; they are not readable here.',
    safe: 'They are kept, and files are made with them.',
    todo: 'Update Shopfile on this PC to look at them or to change them.',
  },
  unreadable: {
    what: 'A newer version of Shopfile set the accounts; the cloud cannot read them now.',
    safe: 'They are kept, and so are the files that were made.',
    todo: 'Files are made again once the cloud is up to date; call support if that takes long.',
  },
} as const;

const accountNames: Readonly<Record<Exclude<keyof TypedJournal, 'receiptAccounts'>, string>> = {
  firstDay: 'First day',
  receivableAccount: 'Receivables account',
  company: 'Company',
  journal: 'Journal',
};
/** What a setting is called; `receiptAccounts.cash` by its type. */
export function accountName(path: string): string {
  const [name = '', type] = path.split('.');
  if (type !== undefined) return `The account of ${receiptTypeName(type)}`;
  return Object.hasOwn(accountNames, name) ? accountNames[name as keyof typeof accountNames] : 'An account of a type';
}

/** Why the accounts cannot be saved yet. */
export function whyNotSaveAccounts(typed: TypedJournal, wrong: readonly string[]): string | undefined {
  const [first] = wrong;
  if (first === undefined) return undefined;
  if (first === 'receiptAccounts') return 'no type of receipt has an account yet.';
  const isEmpty = Object.hasOwn(typed, first) && typed[first as keyof TypedJournal] === '';
  return isEmpty
    ? `${accountName(first)} is still empty.`
    : `${accountName(first)} is not one word of letters, digits and signs.`;
}

/** `safe` where something else is than that nothing was changed. */
export type DmsConflict = { readonly what: string; readonly safe?: string; readonly todo: string };

/** Why the cloud made no file, or did not write the accounts. */
export const journalConflicts: Readonly<Record<string, DmsConflict>> = {
  'journal-accounts-changed': {
    what: 'Somebody else saved other accounts meanwhile; yours were not saved.',
    safe: 'What you typed is kept; where you typed nothing you see what they saved.',
    todo: 'Look through the accounts and save again, or discard your changes.',
  },
  'journal-no-accounts': {
    what: 'The shop set no accounts for its journal files yet.',
    todo: 'Ask a manager to set them under Configure > Journal files.',
  },
  'journal-accounts-unreadable': {
    what: 'A newer version of Shopfile set the accounts; the cloud cannot read them now.',
    todo: 'Try again once the cloud is up to date; call support if that takes long.',
  },
  'journal-partner-takes': {
    what: 'The DMS partner of the shop takes payments by itself, and no receipt of a journal file was voided that no file takes back yet.',
    todo: 'Export the payments in DMS Activity.',
  },
  'journal-restored': {
    what: 'No file was made: the cloud was restored from a copy, and what stood in its newest files is not known yet.',
    todo: 'Wait until every PC of the shop was online once; then type the number of the last journal file that you have.',
  },
  'journal-nothing-due': {
    what: 'Nothing is due until that day, so no file was made.',
    todo: 'Look at the files below: somebody else may have made it just now.',
  },
  'journal-day': {
    what: 'A file cannot end on that day.',
    todo: 'Choose a day from the first day of the files until today.',
  },
};

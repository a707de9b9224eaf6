// What a shop says of its books, where its dealer's system has no interface and takes a journal as a file.

import { z } from 'zod';
import { isCivilDate } from '../../../base/dates.ts';
import { code, optionalCode, receiptWords } from './setting.ts';

export const journalSettings = z.strictObject({
  /** The first day whose receipts come into a file; those of before are in the books already. */
  firstDay: z.string().refine((text): boolean => isCivilDate(text)),
  /** The company and the journal of the entries, where the books have several. */
  company: optionalCode(10),
  journal: optionalCode(10),
  /** The account of what customers and insurers owe, which a receipt credits. */
  receivableAccount: code(20),
  /** The account that each type of receipt debits. */
  receiptAccounts: receiptWords(20),
});
export type JournalSettings = Readonly<z.output<typeof journalSettings>>;

/** The settings as they are typed. */
export type TypedJournal = Readonly<Record<Exclude<keyof JournalSettings, 'receiptAccounts'>, string>> & {
  readonly receiptAccounts: Readonly<Record<string, string>>;
};

/** The settings as they may be written, or the names of those that are not right, `receiptAccounts.cash` in a list. */
export function checkJournal(
  typed: TypedJournal,
): { readonly settings: JournalSettings } | { readonly wrong: readonly string[] } {
  const parsed = journalSettings.safeParse(typed);
  if (!parsed.success) return { wrong: parsed.error.issues.map(({ path }) => path.join('.')) };
  // Without any account every file would be empty.
  return Object.keys(parsed.data.receiptAccounts).length === 0
    ? { wrong: ['receiptAccounts'] }
    : { settings: parsed.data };
}

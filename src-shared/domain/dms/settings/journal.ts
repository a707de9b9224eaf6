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

/** The settings as a person writes them, with those that they typed over; `base` is null where there were none. */
export const journalAccounts = journalSettings.extend({ base: journalSettings.nullable().exactOptional() });
export type JournalAccounts = Readonly<z.output<typeof journalAccounts>>;

/** The settings as they are typed. */
export type TypedJournal = Readonly<Record<Exclude<keyof JournalSettings, 'receiptAccounts'>, string>> & {
  readonly receiptAccounts: Readonly<Record<string, string>>;
};

/** What was typed over some settings, laid over those that somebody else wrote meanwhile. */
export function typedOver(typed: TypedJournal, was: TypedJournal, theirs: TypedJournal): TypedJournal {
  const over = (name: Exclude<keyof TypedJournal, 'receiptAccounts'>): string =>
    typed[name] === was[name] ? theirs[name] : typed[name];
  const types = Object.keys({ ...theirs.receiptAccounts, ...typed.receiptAccounts });
  const accounts = types.flatMap((type) => {
    const [mine, before, now] = [typed, was, theirs].map(({ receiptAccounts }) => receiptAccounts[type]);
    const account = mine === before ? now : mine;
    return account === undefined ? [] : [[type, account] as const];
  });
  return {
    ...{ firstDay: over('firstDay'), company: over('company'), journal: over('journal') },
    ...{ receivableAccount: over('receivableAccount'), receiptAccounts: Object.fromEntries(accounts) },
  };
}

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

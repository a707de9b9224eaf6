// What a shop says of its books, where its dealer's system has no interface and takes a journal as a file.

import { z } from 'zod';
import { code, optionalCode, receiptWords } from './setting.ts';

export const journalSettings = z.strictObject({
  /** The company and the journal of the entries, where the books have several. */
  company: optionalCode(10),
  journal: optionalCode(10),
  /** The account of what customers and insurers owe, which a receipt credits. */
  receivableAccount: code(20),
  /** The account that each type of receipt debits. */
  receiptAccounts: receiptWords(20),
});
export type JournalSettings = Readonly<z.output<typeof journalSettings>>;

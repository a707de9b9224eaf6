// The requests about journal files; all of them need the cloud, which has every receipt of the shop.

import {
  type JournalAsk,
  type JournalQuestion,
  journalAsk,
  journalFileAsk,
  journalQuestion,
} from '../../domain/dms/journal/journal-asks.ts';
import { type JournalAccounts, journalAccounts } from '../../domain/dms/settings/journal.ts';
import type { JournalBook, JournalFileFacts } from '../../sync/journal.ts';
import { request } from '../request.ts';

/** The journal's entries of the door. */
export const journalRequests = {
  /** Asks for the files that were made, the accounts, and what the next file would hold. */
  'journal.book': request<JournalQuestion, JournalBook>(journalQuestion),
  /** Sets the accounts of the books, unless somebody else did since the person read them. */
  'journal.save-accounts': request<JournalAccounts, null>(journalAccounts),
  /** Makes the next file; the same id is answered with the same file. */
  'journal.make': request<JournalAsk, JournalFileFacts>(journalAsk),
  /** Writes a file that was made where the person chooses; null where nothing was chosen. */
  'journal.save-file': request<{ readonly n: number }, string | null>(journalFileAsk),
} as const;

// What a PC asks the cloud about journal files: the shop's accounts, the files that were made, and another one.

import { z } from 'zod';
import { journalDay as day, journalNumber } from '../domain/dms/journal/journal-asks.ts';
import { journalSettings } from '../domain/dms/settings/journal.ts';

const count = z.int().min(0);

/** A file that was made: its number, the days of its entries, what they come to, and who made it when. */
export const journalFile = z.object({
  n: journalNumber,
  through: day,
  first: day,
  last: day,
  entries: count,
  totalCents: z.int(),
  at: count,
  by: z.string(),
});
export type JournalFileFacts = Readonly<z.output<typeof journalFile>>;

/**
 * The accounts; null while the shop set none. Of those that a newer program set, the cloud itself may say that it reads them
 * not; else this PC does not: it would lose of them what it does not know.
 */
const accounts = z
  .union([journalSettings, z.null(), z.enum(['unreadable', 'unreadable-here'])])
  .catch('unreadable-here');

/** `POST /dms/journal/book`: what there is, and what the next file would hold. */
export const journalBook = z.object({
  settings: accounts,
  /** The shop's day. */
  today: day,
  /** The partner that takes payments by itself; empty for none. */
  partner: z.string(),
  /** The cloud was restored since the newest file that it knows: a person says which was the last. */
  isRestored: z.boolean(),
  /** Of a file that only a newer program reads, its number. */
  files: z.array(z.union([journalFile, z.object({ n: journalNumber })])),
  /** The numbers after the newest file of which only the history tells; a cloud of before says none. */
  lost: z.array(journalNumber).default([]),
  due: z.object({
    through: day,
    entries: count,
    totalCents: z.int(),
    /** How many more wait for the file after that. */
    more: count,
    /** What stays out because its type has no account. */
    left: z.array(z.object({ type: z.string(), entries: count })),
    /** How many receipts come into no file, because they may still go to a partner; a cloud of before counts none. */
    waiting: count.default(0),
  }),
});
export type JournalBook = Readonly<z.output<typeof journalBook>>;
export type ListedJournal = JournalBook['files'][number];

/** `POST /dms/journal`: makes the next file. */
export const journalMade = z.object({ file: journalFile });

/** `POST /dms/journal/file`: the file itself, byte for byte as it was made. */
export const journalContent = z.object({ name: z.string(), text: z.string() });

/** Why no file is made, or the accounts are not written. */
export const journalRefusals = [
  'no-accounts',
  'partner-takes',
  'restored',
  'nothing-due',
  'day',
  'accounts-changed',
  'accounts-unreadable',
] as const;
export type JournalRefusal = (typeof journalRefusals)[number];
export const journalRefusalAnswer = z.object({ reason: z.enum(journalRefusals) });

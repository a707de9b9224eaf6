// What people ask about journal files: what there is, another file, and one that was made.

import { z } from 'zod';
import { isCivilDate } from '../../../base/dates.ts';

export const journalDay = z.string().refine((text): boolean => isCivilDate(text));
export const journalNumber = z.int().min(1);

/** What a file until that day would hold; until today where none is said. */
export const journalQuestion = z.strictObject({ through: journalDay.exactOptional() });
export type JournalQuestion = Readonly<z.output<typeof journalQuestion>>;

/** The next file. The same id is answered with the same file, however often it is asked. */
export const journalAsk = z.strictObject({
  id: z.uuid(),
  through: journalDay,
  /** After a restore: the number of the last file that somebody has. */
  lastFile: z.int().min(0).max(1_000_000).exactOptional(),
  /** They have seen that no PC told yet what stood in a file until that one. */
  despite: z.boolean().exactOptional(),
});
export type JournalAsk = Readonly<z.output<typeof journalAsk>>;

/** A file that was made. */
export const journalFileAsk = z.strictObject({ n: journalNumber });

// A note of a workfile: written once and never rewritten; a change is another note that names the one it follows.

import { z } from 'zod';
import type { NoteId } from '../../base/ids.ts';
import { parentId, type RecordOf, recordSpec } from '../record.ts';
import { lineText, longText } from '../text.ts';

/** Whom a note is for. */
export const noteKinds = ['internal', 'insurer', 'customer'] as const;
export type NoteKind = (typeof noteKinds)[number];

/** The most signs of one note, and the most lines, photos and receipts that one may point at. */
export const maxNoteText = 8000;
export const maxNoteLinks = 50;

const otherId = z.union([z.literal(''), z.uuid()]).default('');
const ids = z.array(z.uuid()).max(maxNoteLinks).default([]);

/** The groups of a note. */
export const noteSpec = recordSpec(
  'note',
  {
    parent: z.object({ workfileId: parentId }),
    content: z.object({ kind: z.enum(noteKinds).default('internal'), text: longText(maxNoteText).default('') }),
    /** Who wrote it, when by the clock of their PC, and which PC that was. */
    written: z.object({
      at: z.int().min(0).default(0),
      by: lineText(120).default(''),
      pc: lineText(120).default(''),
    }),
    /** `versionOf` is the note that it says anew, `answerTo` the one that it answers; at most one of them. */
    follows: z.object({ versionOf: otherId, answerTo: otherId }),
    /** Of the first version alone. */
    pin: z.object({ pinned: z.boolean().default(false) }),
  },
  {
    links: z.object({ lineIds: ids, photoIds: ids }),
    /** A group of its own: a program that knows no links to money keeps it as it came. */
    receipts: z.object({ receiptIds: ids }),
  },
);

export type Note = RecordOf<typeof noteSpec, NoteId>;
/** What of its workfile a note is about. */
export const noteLinks = z.object({ lineIds: ids, photoIds: ids, receiptIds: ids });
export type NoteLinks = {
  readonly lineIds: readonly string[];
  readonly photoIds: readonly string[];
  readonly receiptIds: readonly string[];
};

/** All that a note is about. */
export const linksOf = ({ links, receipts }: Pick<Note, 'links' | 'receipts'>): NoteLinks => ({
  lineIds: links?.lineIds ?? [],
  photoIds: links?.photoIds ?? [],
  receiptIds: receipts?.receiptIds ?? [],
});

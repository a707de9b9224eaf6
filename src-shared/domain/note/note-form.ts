// What of a note that is still being written stands beside its text, as a PC keeps it: whom it is for and what it is about.

import { z } from 'zod';
import { sameValue } from '../../base/same-value.ts';
import { type NoteKind, type NoteLinks, noteKinds, noteLinks } from './note.ts';

const form = z.object({ kind: z.enum(noteKinds), links: noteLinks });
export type NoteForm = { readonly kind: NoteKind; readonly links: NoteLinks };

/** Reads what was kept; undefined for what this program cannot read. */
export function readNoteForm(text: string | undefined): NoteForm | undefined {
  try {
    return text === undefined ? undefined : form.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** The text to keep; undefined where it is as it began. */
export const noteFormText = (kept: NoteForm, start: NoteForm): string | undefined =>
  sameValue(kept, start) ? undefined : JSON.stringify(kept);

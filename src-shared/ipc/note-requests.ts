// The requests about the notes of a workfile.

import { z } from 'zod';
import type { NoteId, WorkfileId } from '../base/ids.ts';
import { type Note, type NoteLinks, noteLinks, noteSpec } from '../domain/note/note.ts';
import { type Change, change, id, strict } from './change.ts';
import { request } from './request.ts';

const words = {
  content: strict(noteSpec.groups.content) as unknown as z.ZodType<Note['content']>,
  links: strict(noteLinks) as unknown as z.ZodType<NoteLinks>,
};
/** What a person says in a note, and what of the workfile it is about. */
export type NoteWords = { readonly content: Note['content']; readonly links: NoteLinks };

/** The notes' entries of the door. */
export const noteRequests = {
  /** Writes a note, or an answer to one. */
  'note.add': request<NoteWords & { readonly workfileId: WorkfileId; readonly answerTo: NoteId | null }, NoteId>(
    z.strictObject({ workfileId: id<WorkfileId>(), answerTo: id<NoteId>().nullable(), ...words }),
  ),
  /** Says a note anew: the version that was there stays readable. */
  'note.revise': request<NoteWords & { readonly noteId: NoteId }, NoteId>(
    z.strictObject({ noteId: id<NoteId>(), ...words }),
  ),
  /** Pins a note above the others, or lets it go; nothing else of a note can be changed. */
  'note.change': request<Change<typeof noteSpec, 'noteId', NoteId>, null>(
    change<typeof noteSpec, 'noteId', NoteId>(noteSpec, 'noteId'),
  ),
} as const;

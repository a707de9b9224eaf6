// Notes of a workfile: each is written once; a version or an answer is a note that names the one before it.

import { type Failure, invalid } from '../../../src-shared/base/failure.ts';
import type { NoteId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import type { Note } from '../../../src-shared/domain/note/note.ts';
import type { NoteWords } from '../../../src-shared/ipc/note-requests.ts';
import type { Handlers } from '../../../src-shared/ipc/requests.ts';
import { wholeRecord } from '../../../src-shared/sync/protocol.ts';
import { readRecord } from '../../db/record.ts';
import { changeGroup } from '../changes.ts';
import { allowed, commit, type Desk, nameOf, newId } from '../desk.ts';
import { checkNotBinned } from '../life/bin-rules.ts';

type Addition = NoteWords & { readonly workfileId: WorkfileId; readonly answerTo: NoteId | null };

/** Writes a note; undo takes it back. */
export function addNote(desk: Desk, { workfileId, answerTo, ...words }: Addition): Result<NoteId> {
  if (answerTo !== null && noteAt(desk, answerTo)?.parent.workfileId !== workfileId) return noNote;
  return write(desk, workfileId, words, { versionOf: '', answerTo: answerTo ?? '' });
}

/** Says a note anew; what it said before stays as it was written. */
export function reviseNote(desk: Desk, { noteId, ...words }: NoteWords & { readonly noteId: NoteId }): Result<NoteId> {
  const before = noteAt(desk, noteId);
  if (before === undefined) return noNote;
  return write(desk, before.parent.workfileId as WorkfileId, words, { versionOf: noteId, answerTo: '' });
}

export const noteHandlers = (desk: Desk): Pick<Handlers, 'note.add' | 'note.revise' | 'note.change'> => ({
  'note.add': (addition) => addNote(desk, addition),
  'note.revise': (revision) => reviseNote(desk, revision),
  'note.change': ({ noteId: id, ...change }) => changeGroup(desk, 'note', { id, ...change }),
});

const noNote = failed<Failure>({ kind: 'not-found', what: 'note' });

function noteAt({ store }: Desk, noteId: NoteId): Note | undefined {
  const note = readRecord(store, 'note', noteId);
  return note?.deleted === false ? note : undefined;
}

function write(desk: Desk, workfileId: WorkfileId, words: NoteWords, follows: Note['follows']): Result<NoteId> {
  const user = allowed(desk, 'write-notes');
  if (!user.ok) return user;
  const workfile = readRecord(desk.store, 'workfile', workfileId);
  if (workfile === undefined || workfile.deleted) return failed({ kind: 'not-found', what: 'workfile' });
  const kept = checkNotBinned(desk, workfileId);
  if (!kept.ok) return kept;
  if (words.content.text.trim() === '') return failed(invalid('note.content.text', 'required'));
  const links = checkLinks(desk, workfileId, words);
  if (!links.ok) return links;
  const written = { at: desk.clock(), by: nameOf(user.value), pc: desk.pcName };
  const { receiptIds, ...others } = words.links;
  const about = { links: others, ...(receiptIds.length > 0 && { receipts: { receiptIds } }) };
  const value = { parent: { workfileId }, content: words.content, ...about, written, follows };
  const id = newId<NoteId>(desk);
  commit(desk, { workfileId, edits: [{ kind: 'note', id, group: wholeRecord, value }], as: 'step' });
  return ok(id);
}

/** A note points at what is in its own workfile; a version may go on pointing at what was removed since. */
function checkLinks({ store }: Desk, workfileId: WorkfileId, { links }: NoteWords): Result<null> {
  const isHere = (kind: 'line' | 'photo' | 'receipt', id: string): boolean =>
    readRecord(store, kind, id)?.parent.workfileId === workfileId;
  if (!links.lineIds.every((id) => isHere('line', id))) return failed({ kind: 'not-found', what: 'line' });
  if (!links.photoIds.every((id) => isHere('photo', id))) return failed({ kind: 'not-found', what: 'photo' });
  if (!links.receiptIds.every((id) => isHere('receipt', id))) return failed({ kind: 'not-found', what: 'receipt' });
  return ok(null);
}

// Documents of a workfile: taking a PDF in, removing some, opening a copy, and writing one where a person chooses.

import type { SessionUser } from '../../../src-shared/api/contract.ts';
import { invalid } from '../../../src-shared/base/failure.ts';
import type { DocumentId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { maxDocumentsOfWorkfile } from '../../../src-shared/domain/document/document.ts';
import { titleOfFile } from '../../../src-shared/domain/document/title.ts';
import type { Sha256 } from '../../../src-shared/domain/photo/photo.ts';
import { fileNameOf } from '../../../src-shared/domain/print/file-name.ts';
import type { DocumentAddition, documentRequests } from '../../../src-shared/ipc/evidence/document-requests.ts';
import type { Handlers } from '../../../src-shared/ipc/requests.ts';
import { deletion, wholeRecord } from '../../../src-shared/sync/protocol.ts';
import { noteFileKept } from '../../db/photo-file.ts';
import { readRecord, recordsOf } from '../../db/record.ts';
import { transact } from '../../db/transact.ts';
import { writeEdits } from '../../db/write-edits.ts';
import { splitPath, writeFiles } from '../../files/exchange/write-files.ts';
import { readPdfInTurns } from '../../files/pdf-reading.ts';
import { changeGroup, writeStep } from '../changes.ts';
import { allowed, announceEdits, type Desk, nameOf, newId } from '../desk.ts';
import { checkNotBinned } from '../life/bin-rules.ts';

export const documentHandlers = (desk: Desk): Pick<Handlers, keyof typeof documentRequests> => ({
  'document.begin': ({ workfileId, bytes }) => beginDocument(desk, workfileId, bytes),
  'document.add': (addition) => addDocument(desk, addition),
  'document.change': ({ documentId: id, ...change }) => changeGroup(desk, 'document', { id, ...change }),
  'document.remove': ({ documentIds }) => removeDocuments(desk, documentIds),
  'document.open': ({ documentId }) => openDocument(desk, documentId),
  'document.save-copy': ({ documentId }) => saveCopy(desk, documentId),
});

function beginDocument(desk: Desk, workfileId: WorkfileId, bytes: number): Result<{ readonly ticket: string }> {
  const room = roomFor(desk, workfileId);
  return room.ok ? ok({ ticket: desk.intake.begin(workfileId, bytes) }) : room;
}

type Added = { readonly documentId: DocumentId; readonly isNew: boolean };

/** Adds a document whose pieces are all here, exactly as it came: type by content, on the disk before it is named. */
async function addDocument(desk: Desk, { ticket, name }: DocumentAddition): Promise<Result<Added>> {
  const arriving = desk.intake.take(ticket);
  if (arriving === undefined) return failed({ kind: 'not-found', what: 'document' });
  const pdf = await readPdfInTurns(arriving.bytes);
  if (!pdf.ok) return pdf;
  const content = { ...(await desk.photoFiles.keepOne(arriving.bytes)), pages: pdf.value.pages };
  return keepDocument(desk, arriving.workfileId, { content, title: titleOfFile(name) });
}

/** Removes documents; undo brings them back. */
export function removeDocuments(desk: Desk, documentIds: readonly DocumentId[]): Result<null> {
  const gone = documentIds.some((id) => readRecord(desk.store, 'document', id)?.deleted !== false);
  if (gone) return failed({ kind: 'not-found', what: 'document' });
  return writeStep(
    desk,
    documentIds.map((id) => ({ kind: 'document', id, group: deletion, value: { deleted: true } })),
  );
}

/** Hands a copy to the system's own program for it: what a PDF may do there is that program's to allow. */
async function openDocument(desk: Desk, documentId: DocumentId): Promise<Result<null>> {
  const read = await readDocument(desk, documentId);
  if (!read.ok) return read;
  const { name, bytes } = read.value;
  const isShown = await desk.files.show(await desk.openedCopies.write(name, bytes));
  return isShown ? ok(null) : failed({ kind: 'unavailable', what: 'document-viewer' });
}

/** Writes a copy where the person chooses. */
async function saveCopy(desk: Desk, documentId: DocumentId): Promise<Result<string | null>> {
  const read = await readDocument(desk, documentId);
  if (!read.ok) return read;
  const chosen = await desk.files.choose('save-document', read.value.name);
  if (chosen === null) return ok(null);
  const { folder, name } = splitPath(chosen);
  const trouble = await writeFiles(folder, new Map([[name, read.value.bytes]]));
  return trouble === null ? ok(name) : failed({ kind: 'unavailable', what: trouble });
}

type Copy = { readonly name: string; readonly bytes: Uint8Array };

/** A document under a name that every system takes. One that is not here is fetched, and the person told so. */
async function readDocument(desk: Desk, documentId: DocumentId): Promise<Result<Copy>> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  const document = readRecord(desk.store, 'document', documentId);
  if (document === undefined || document.deleted) return failed({ kind: 'not-found', what: 'document' });
  const sha256 = document.content.sha256 as Sha256;
  const bytes = await desk.photoFiles.read(sha256, 'full');
  if (bytes !== null) return ok({ name: `${fileNameOf(document.title.text)}.pdf`, bytes });
  desk.sync.photos.want(sha256);
  return failed({ kind: 'unavailable', what: 'document-away' });
}

/** Whether this person may add a document there, and who they are. */
function roomFor(desk: Desk, workfileId: WorkfileId): Result<SessionUser> {
  const user = allowed(desk, 'edit-photos');
  if (!user.ok) return user;
  const workfile = readRecord(desk.store, 'workfile', workfileId);
  if (workfile === undefined || workfile.deleted) return failed({ kind: 'not-found', what: 'workfile' });
  const kept = checkNotBinned(desk, workfileId);
  if (!kept.ok) return kept;
  const isFull = recordsOf(desk.store, 'document', workfileId).length >= maxDocumentsOfWorkfile;
  return isFull ? failed(invalid('document', 'document-count', maxDocumentsOfWorkfile)) : user;
}

type Content = {
  readonly content: { readonly sha256: Sha256; readonly bytes: number; readonly pages: number };
  readonly title: string;
};

/** The record and where its file is, in one transaction. The file took a while: the workfile is asked for again. */
export function keepDocument(desk: Desk, workfileId: WorkfileId, { content, title }: Content): Result<Added> {
  const { store } = desk;
  const room = roomFor(desk, workfileId);
  if (!room.ok) return room;
  const file = { sha256: content.sha256, part: 'full' } as const;
  const same = recordsOf(store, 'document', workfileId).find((one) => one.content.sha256 === content.sha256);
  if (same !== undefined) {
    // It may not have come from another PC yet; now it is here.
    transact(store, () => noteFileKept(store, file));
    desk.sync.photos.kick();
    return ok({ documentId: same.id, isNew: false });
  }
  const now = desk.clock();
  const value = { parent: { workfileId }, content, added: { at: now, by: nameOf(room.value) }, title: { text: title } };
  const documentId = newId<DocumentId>(desk);
  const applied = transact(store, () => {
    const edits = [{ kind: 'document', id: documentId, group: wholeRecord, value }] as const;
    const written = writeEdits(store, { workfileId, edits, now, as: 'step' });
    noteFileKept(store, file);
    return written;
  });
  announceEdits(desk, applied);
  desk.sync.photos.kick();
  return ok({ documentId, isNew: true });
}

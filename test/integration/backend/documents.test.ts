/** Documents through the door: taken as they came, known by their bytes, titled, copied out, removed and brought back. */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createOpenedCopies } from '../../../src-main/files/opened-copies.ts';
import type { DocumentId, WorkfileId } from '../../../src-shared/base/ids.ts';
import type { PathPurpose } from '../../../src-shared/ipc/host.ts';
import { writeWorkfile } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';
import { addDocument, documentsOf, pdfOf, tryDocument } from '../../support/documents.ts';
import { sha256Of, smallJpeg, text } from '../../support/photos.ts';
import { freshFolder, trialUser } from '../../support/store.ts';
import { noFiles } from '../../support/user-files.ts';

const out = freshFolder('copies');
const dialog = {
  asked: [] as [PathPurpose, string][],
  chooses: null as string | null,
  shown: [] as string[],
  hasViewer: true,
};
let trial: BackendTrial;
let workfileId: WorkfileId;
beforeAll(async () => {
  const show = async (file: string) => {
    dialog.shown.push(file);
    return dialog.hasViewer;
  };
  const choose = async (purpose: PathPurpose, suggested: string) => {
    dialog.asked.push([purpose, suggested]);
    return dialog.chooses;
  };
  trial = await openBackendTrial({ system: { files: { ...noFiles, choose, show } } });
});
beforeEach(async () => {
  Object.assign(dialog, { asked: [], chooses: null, shown: [], hasViewer: true });
  workfileId = (await writeWorkfile(trial, 0)).workfile.id;
});
afterAll(async () => {
  await trial.close();
  out.remove();
});

const fileOf = (bytes: Uint8Array): string => {
  const name = sha256Of(bytes);
  return path.join(trial.folder, 'photos', name.slice(0, 2), name);
};
const issueOf = async (bytes: Uint8Array): Promise<unknown> => {
  const added = await tryDocument(trial, workfileId, bytes);
  return added.ok || added.failure.kind !== 'invalid' ? added : added.failure.issue;
};

test('a document stands there with its name, pages and size, and its file is byte for byte what came', async () => {
  const bytes = pdfOf(7, 'tow bill');
  const id = await addDocument(trial, workfileId, bytes, 'Tow bill #4.PDF');
  expect(await documentsOf(trial, workfileId)).toMatchObject([
    {
      id,
      content: { sha256: sha256Of(bytes), bytes: bytes.length, pages: 7 },
      added: { by: trialUser.name },
      title: { text: 'Tow bill #4' },
    },
  ]);
  expect(new Uint8Array(readFileSync(fileOf(bytes)))).toEqual(bytes);
  expect(await trial.ask('photo.states', { workfileId })).toMatchObject([{ fullHere: true, sent: false }]);
});

test('one that is there already is not added twice, whatever it is called', async () => {
  const bytes = pdfOf(2, 'twice');
  const id = await addDocument(trial, workfileId, bytes, 'First.pdf');
  const again = await tryDocument(trial, workfileId, bytes, 'Second.pdf');
  expect(again).toMatchObject({ ok: true, value: { documentId: id, isNew: false } });
  expect(await documentsOf(trial, workfileId)).toHaveLength(1);
});

test('what is no PDF, or half of one, is refused and leaves nothing behind', async () => {
  expect(await issueOf(smallJpeg)).toBe('document-type');
  expect(await issueOf(text('MZ this is a program'))).toBe('document-type');
  const half = pdfOf(30, 'half').subarray(0, 900);
  expect(await issueOf(half)).toBe('document-broken');
  expect(existsSync(fileOf(half))).toBe(false);
  expect(await documentsOf(trial, workfileId)).toEqual([]);
});

test('there is no room for one in a workfile that is not there, and none without its pieces', async () => {
  const elsewhere = '0190aaaa-0000-7000-8000-000000000009' as WorkfileId;
  const missing = (what: string) => ({ ok: false, failure: { kind: 'not-found', what } });
  expect(await trial.reply('document.begin', { workfileId: elsewhere, bytes: 9 })).toEqual(missing('workfile'));
  const { ticket } = await trial.ask('document.begin', { workfileId, bytes: 9 });
  expect(await trial.reply('document.add', { ticket, name: 'a.pdf' })).toEqual(missing('document'));
});

test('it is titled anew, removed, and brought back by undo', async () => {
  const documentId = await addDocument(trial, workfileId, pdfOf(1, 'titled'));
  await trial.ask('document.change', { documentId, group: 'title', value: { text: 'Police report 24-118' } });
  expect(await documentsOf(trial, workfileId)).toMatchObject([{ title: { text: 'Police report 24-118' } }]);
  await trial.ask('document.remove', { documentIds: [documentId] });
  expect(await documentsOf(trial, workfileId)).toEqual([]);
  await trial.ask('workfile.undo', { workfileId });
  expect(await documentsOf(trial, workfileId)).toMatchObject([{ id: documentId }]);
});

test('its file is written once: no change of it is taken', async () => {
  const documentId = await addDocument(trial, workfileId, pdfOf(1, 'once'));
  const content = { sha256: 'a'.repeat(64), bytes: 1, pages: 1 };
  const reply = await trial.reply('document.change', { documentId, group: 'content', value: content } as never);
  expect(reply.ok).toBe(false);
  expect(await trial.reply('document.remove', { documentIds: ['no' as DocumentId] })).toMatchObject({ ok: false });
});

test('a copy is suggested under a name that every system takes, and is the document', async () => {
  const bytes = pdfOf(3, 'copy');
  const documentId = await addDocument(trial, workfileId, bytes, '../CON: tow 3.pdf');
  expect(await trial.ask('document.save-copy', { documentId })).toBeNull();
  expect(dialog.asked).toEqual([['save-document', '-CON- tow 3.pdf']]);
  dialog.chooses = path.join(out.folder, 'Copy of it.pdf');
  expect(await trial.ask('document.save-copy', { documentId })).toBe('Copy of it.pdf');
  expect(new Uint8Array(readFileSync(dialog.chooses))).toEqual(bytes);
  expect(readdirSync(out.folder)).toEqual(['Copy of it.pdf']);
});

test('a folder that is not there is named as the reason, and nothing is half written', async () => {
  const documentId = await addDocument(trial, workfileId, pdfOf(1, 'nowhere'));
  dialog.chooses = path.join(out.folder, 'gone', 'a.pdf');
  const failure = { kind: 'unavailable', what: 'file-unwritten' };
  expect(await trial.reply('document.save-copy', { documentId })).toEqual({ ok: false, failure });
});

test('what is opened is a copy of the document under its name, which cannot be written to and is gone at the next start', async () => {
  const bytes = pdfOf(4, 'opened');
  const documentId = await addDocument(trial, workfileId, bytes, 'Tow bill.pdf');
  expect(await trial.ask('document.open', { documentId })).toBeNull();
  const [file = ''] = dialog.shown;
  expect(path.relative(trial.folder, file)).toMatch(/^opened.[0-9a-f]{24}.Tow bill\.pdf$/);
  expect(new Uint8Array(readFileSync(file))).toEqual(bytes);
  expect(statSync(file).mode & 0o222).toBe(0);
  const next = createOpenedCopies(path.join(trial.folder, 'opened'), randomBytes);
  const again = await next.write('Another.pdf', bytes);
  expect([existsSync(file), existsSync(again)]).toEqual([false, true]);
});

test('without a program for it nothing is opened, and that is said', async () => {
  dialog.hasViewer = false;
  const documentId = await addDocument(trial, workfileId, pdfOf(1, 'no viewer'));
  const failure = { kind: 'unavailable', what: 'document-viewer' };
  expect(await trial.reply('document.open', { documentId })).toEqual({ ok: false, failure });
});

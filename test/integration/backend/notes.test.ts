/** Notes through the door: written once, said anew as versions, taken back by undo, and never rewritten. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CivilDate } from '../../../src-shared/base/dates.ts';
import { type NoteId, type ReceiptId, uuidV7, type WorkfileId } from '../../../src-shared/base/ids.ts';
import { diaryOf } from '../../../src-shared/domain/note/diary.ts';
import { linksOf } from '../../../src-shared/domain/note/note.ts';
import { receiptSpec } from '../../../src-shared/domain/receipt/receipt.ts';
import { emptyGroup } from '../../../src-shared/domain/record.ts';
import { sheetOf, writeWorkfile } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';
import { trialUser } from '../../support/store.ts';

let trial: BackendTrial;
beforeAll(async () => {
  trial = await openBackendTrial();
});
afterAll(() => trial.close());

const noLinks = { lineIds: [], photoIds: [], receiptIds: [] };
const words = (text: string, kind: 'internal' | 'insurer' | 'customer' = 'internal') => ({
  content: { kind, text },
  links: noLinks,
});
const add = (workfileId: WorkfileId, text: string, answerTo: NoteId | null = null) =>
  trial.ask('note.add', { workfileId, answerTo, ...words(text) });
const fresh = <Id extends string>(): Id => uuidV7(1_700_000_000_000, crypto.getRandomValues(new Uint8Array(16))) as Id;
async function takeReceipt(workfileId: WorkfileId): Promise<ReceiptId> {
  const receiptId = fresh<ReceiptId>();
  const money = { ...emptyGroup(receiptSpec, 'money'), amountCents: 100_00, date: '2026-11-21' as CivilDate };
  await trial.ask('receipt.take', { workfileId, receiptId, money, reason: '', despite: true });
  return receiptId;
}
const notesOf = async (workfileId: WorkfileId) => (await sheetOf(trial, workfileId)).notes;

test('a note says who wrote it, when and where, and what it is about', async () => {
  const { workfile, lines } = await writeWorkfile(trial, 1);
  const links = { lineIds: [lines[0]?.id ?? ''], photoIds: [], receiptIds: [] };
  const text = 'Hidden damage.\n<b>not bold</b>';
  const content = { kind: 'insurer', text } as const;
  const id = await trial.ask('note.add', { workfileId: workfile.id, answerTo: null, content, links });
  const [note] = await notesOf(workfile.id);
  expect(note).toMatchObject({ id, content, written: { by: trialUser.name }, pin: { pinned: false } });
  expect(note && linksOf(note)).toEqual(links);
  expect(note).not.toHaveProperty('receipts');
  expect(note?.written.at).toBeGreaterThan(0);
  expect(note?.written.pc).not.toBe('');
});

test('a note that is said anew keeps what it said, and an answer names what it answers', async () => {
  const { workfile } = await writeWorkfile(trial, 0);
  const first = await add(workfile.id, 'Two hours');
  await trial.ask('note.revise', { noteId: first, ...words('Three hours', 'insurer') });
  await add(workfile.id, 'Agreed', first);
  const [entry] = diaryOf(await notesOf(workfile.id));
  expect(entry?.versions.map(({ content }) => content.text)).toEqual(['Two hours', 'Three hours']);
  expect(entry?.answers.map(({ now }) => now.content.text)).toEqual(['Agreed']);
});

test('a note is pinned, and undo lets it go and then takes the note back', async () => {
  const { workfile } = await writeWorkfile(trial, 0);
  const noteId = await add(workfile.id, 'Call the owner');
  await trial.ask('note.change', { noteId, group: 'pin', value: { pinned: true } });
  expect((await notesOf(workfile.id))[0]?.pin.pinned).toBe(true);
  await trial.ask('workfile.undo', { workfileId: workfile.id });
  expect((await notesOf(workfile.id))[0]?.pin.pinned).toBe(false);
  await trial.ask('workfile.undo', { workfileId: workfile.id });
  expect(await notesOf(workfile.id)).toEqual([]);
  await trial.ask('workfile.redo', { workfileId: workfile.id });
  expect(await notesOf(workfile.id)).toHaveLength(1);
});

test('what a note says cannot be changed, and an empty one is not taken', async () => {
  const { workfile } = await writeWorkfile(trial, 0);
  const noteId = await add(workfile.id, 'As it was');
  const content = { kind: 'internal', text: 'As I wish it had been' } as const;
  expect(await trial.reply('note.change', { noteId, group: 'content', value: content })).toMatchObject({
    failure: { kind: 'forbidden' },
  });
  const empty = { workfileId: workfile.id, answerTo: null, ...words(' \n ') };
  expect(await trial.reply('note.add', empty)).toMatchObject({
    failure: { kind: 'invalid', field: 'note.content.text', issue: 'required' },
  });
  expect((await notesOf(workfile.id)).map((note) => note.content.text)).toEqual(['As it was']);
});

test('a note points at what is in its own workfile, and answers a note of it', async () => {
  const [one, other] = [await writeWorkfile(trial, 1), await writeWorkfile(trial, 1)];
  const links = { lineIds: [other.lines[0]?.id ?? ''], photoIds: [], receiptIds: [] };
  const { content } = words('Not here');
  const workfileId = one.workfile.id;
  expect(await trial.reply('note.add', { workfileId, answerTo: null, content, links })).toMatchObject({
    failure: { kind: 'not-found', what: 'line' },
  });
  const elsewhere = await add(other.workfile.id, 'Elsewhere');
  expect(await trial.reply('note.add', { workfileId, answerTo: elsewhere, ...words('Hm') })).toMatchObject({
    failure: { kind: 'not-found', what: 'note' },
  });
});

test('a note points at receipts of its own workfile, and a new version goes on pointing at them', async () => {
  const [{ workfile }, other] = [await writeWorkfile(trial, 0), await writeWorkfile(trial, 0)];
  const workfileId = workfile.id;
  const links = { ...noLinks, receiptIds: [await takeReceipt(workfileId)] };
  const noteId = await trial.ask('note.add', { workfileId, answerTo: null, ...words('Deposit for parts'), links });
  const [note] = await notesOf(workfileId);
  expect(note && linksOf(note)).toEqual(links);
  await trial.ask('note.revise', { noteId, ...words('Deposit for the bumper'), links });
  expect((await notesOf(workfileId)).map((one) => one.receipts)).toEqual([
    { receiptIds: links.receiptIds },
    { receiptIds: links.receiptIds },
  ]);
  const elsewhere = { workfileId: other.workfile.id, answerTo: null, ...words('Not here'), links };
  expect(await trial.reply('note.add', elsewhere)).toMatchObject({ failure: { kind: 'not-found', what: 'receipt' } });
});

/** Documents of two PCs: here at once where they are added, at the other PC by themselves, and there without a network. */
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { until, untilPhase, untilSynced } from '../../support/desktop.ts';
import { writeEstimate } from '../../support/desktop-estimate.ts';
import { fileOn, placeOn, untilState } from '../../support/desktop-photos.ts';
import { openShop, type Shop, type ShopPc } from '../../support/desktop-shop.ts';
import { addDocument, documentOf, documentsOf, packedPdfOf, pdfOf } from '../../support/documents.ts';
import { sha256Of } from '../../support/photos.ts';

const patience = { timeout: 180_000 };
let shop: Shop;
let first: ShopPc;
let second: ShopPc;
let workfileId: WorkfileId;
beforeAll(async () => {
  shop = await openShop();
  first = await shop.pc('PC-1');
  second = await shop.pc('PC-2', 'office');
  workfileId = await writeEstimate(first, 1, 1);
  await untilSynced(first);
  await untilSynced(second);
}, 180_000);
afterAll(() => shop.close());

test('a document comes to the other PC unasked, whole, and with its title', patience, async () => {
  const bytes = pdfOf(40, 'comes');
  const sha256 = sha256Of(bytes);
  const id = await addDocument(first, workfileId, bytes, 'Police report.pdf');
  await untilState(first, workfileId, sha256, { fullHere: true, sent: true, moving: null });
  await until('the document is on the other PC', async () => existsSync(placeOn(second, sha256)));
  expect(fileOn(second, sha256)).toEqual(bytes);
  expect(await documentOf(second, workfileId, id)).toMatchObject({
    title: { text: 'Police report' },
    content: { bytes: bytes.length, pages: 40 },
    added: { by: 'Robin Ellery' },
  });
  await untilSynced(first);
});

test('two titles given at once are a conflict, and both are kept', patience, async () => {
  const bytes = packedPdfOf(3);
  const documentId = await addDocument(first, workfileId, bytes, 'Letter.pdf');
  await untilSynced(first);
  await until('it came', async () => (await documentOf(second, workfileId, documentId)) !== undefined);
  await second.ask('sync.set-offline', { offline: true });
  await untilPhase(second, 'offline');
  const titled = (pc: ShopPc, words: string) =>
    pc.ask('document.change', { documentId, group: 'title', value: { text: words } });
  await titled(second, 'Letter of the insurer');
  await titled(first, 'Letter of March');
  await untilSynced(first);
  await second.ask('sync.set-offline', { offline: false });
  const conflictsOf = async () => (await second.ask('workfile.open', { workfileId })).conflicts;
  await until('both titles are kept', async () => {
    await second.ask('sync.now', {});
    return (await conflictsOf()).length > 0;
  });
  expect((await conflictsOf()).map(({ about }) => about)).toMatchObject([{ recordId: documentId, group: 'title' }]);
});

test('one that is added without a network waits, is told of, and goes when there is one again', patience, async () => {
  await first.ask('sync.set-offline', { offline: true });
  const bytes = pdfOf(2, 'waits');
  await addDocument(first, workfileId, bytes);
  await untilPhase(first, 'offline');
  expect(await first.ask('sync.state', {})).toMatchObject({ photos: 0, documents: 1 });
  const { attachments, documentTotal } = await first.ask('sync.queue', {});
  expect(documentTotal).toBe(1);
  expect(attachments).toMatchObject([{ kind: 'document', bytes: bytes.length, by: 'Robin Ellery', percent: null }]);
  await first.ask('sync.set-offline', { offline: false });
  await until('it is on the other PC', async () => existsSync(placeOn(second, sha256Of(bytes))));
});

test('one that is removed at one PC is gone at the other', patience, async () => {
  const documentId = await addDocument(first, workfileId, pdfOf(1, 'goes'));
  await until('it came', async () => (await documentOf(second, workfileId, documentId)) !== undefined);
  await second.ask('document.remove', { documentIds: [documentId] });
  const idsOf = async () => (await documentsOf(first, workfileId)).map(({ id }) => id);
  await until('it is gone', async () => !(await idsOf()).includes(documentId));
  expect((await idsOf()).length).toBeGreaterThan(0);
});

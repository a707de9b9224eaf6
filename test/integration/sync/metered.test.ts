/** A PC on a metered network: its edits go, its photos wait until somebody sends them, and none is fetched unasked. */
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { SyncState } from '../../../src-shared/ipc/shapes.ts';
import { until, untilSynced } from '../../support/desktop.ts';
import { peekInto } from '../../support/desktop-database.ts';
import { writeEstimate } from '../../support/desktop-estimate.ts';
import { addPhoto, placeOn, stateOf, untilState } from '../../support/desktop-photos.ts';
import { openShop, type Shop, type ShopPc } from '../../support/desktop-shop.ts';
import { exifSegment, noisyJpeg, sha256Of, smallJpeg, withSegments } from '../../support/photos.ts';

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

const untilSays = (what: Partial<SyncState>) =>
  until(`PC-1 says ${JSON.stringify(what)}`, async () => {
    await first.ask('sync.now', {});
    const state = await first.ask('sync.state', {});
    return Object.entries(what).every(([name, value]) => state[name as keyof SyncState] === value);
  });

const writeNote = (text: string) =>
  first.ask('note.add', {
    ...{ workfileId, answerTo: null, content: { kind: 'internal', text } },
    links: { lineIds: [], photoIds: [], receiptIds: [] },
  });

const untilRead = (noteId: string) =>
  until('the note is on the other PC', async () => {
    const { notes } = await second.ask('workfile.open', { workfileId });
    return notes.some(({ id }) => id === noteId);
  });

test('holds photos back while its edits go, and sends what waits once somebody says so', patience, async () => {
  await first.ask('photos.meter', { isOn: true });
  const held = noisyJpeg(60_000, 1);
  await addPhoto(first, workfileId, held);
  await untilRead(await writeNote('Went without its photo'));
  await untilSays({ metering: 'holding', photos: 1, waiting: 0 });
  expect(await stateOf(first, workfileId, sha256Of(held))).toMatchObject({ sent: false, moving: null });
  expect(await stateOf(second, workfileId, sha256Of(held))).toMatchObject({ thumbHere: false });

  await first.ask('photos.send-now', {});
  await untilState(first, workfileId, sha256Of(held), { sent: true });
  await untilSays({ metering: 'holding', photos: 0 });
});

test('holds what is added afterwards, and sends it when the network is metered no more', patience, async () => {
  const next = noisyJpeg(60_000, 2);
  await addPhoto(first, workfileId, next);
  await untilSays({ metering: 'holding', photos: 1, waiting: 0 });
  await first.ask('photos.meter', { isOn: false });
  await untilState(first, workfileId, sha256Of(next), { sent: true });
  expect(await first.ask('sync.state', {})).toMatchObject({ metering: 'off' });
});

test('fetches the photos of a workfile that somebody looks at, and no others', patience, async () => {
  await second.ask('photos.meter', { isOn: true });
  const elsewhere = await writeEstimate(first, 2, 1);
  const [unseen, seen] = [noisyJpeg(60_000, 3), noisyJpeg(60_000, 4)];
  await addPhoto(first, elsewhere, unseen);
  await addPhoto(first, workfileId, seen);
  await untilState(first, elsewhere, sha256Of(unseen), { sent: true });
  await untilState(first, workfileId, sha256Of(seen), { sent: true });
  await untilRead(await writeNote('Came without the photo of the other workfile'));
  await untilState(second, workfileId, sha256Of(seen), { thumbHere: true });
  await second.ask('photo.fetch', { sha256: sha256Of(seen) });
  await untilState(second, workfileId, sha256Of(seen), { fullHere: true });
  const peek = peekInto(second.dataDir);
  expect(peek.value(`select count(*) from photo_file where sha256 = '${sha256Of(unseen)}' and here = 1`)).toBe(0);
  peek.close();
  await untilState(second, elsewhere, sha256Of(unseen), { thumbHere: true });
});

test('what the cloud will not have does not let go what is added afterwards', patience, async () => {
  await first.ask('photos.meter', { isOn: true });
  const [unwanted, next] = [noisyJpeg(60_000, 5), noisyJpeg(60_000, 6)];
  await addPhoto(first, workfileId, unwanted);
  // A thumbnail as a program would leave it that writes more into it than is taken by now.
  const thumb = withSegments(smallJpeg, [exifSegment({ note: 'N 42.3314' })]);
  writeFileSync(placeOn(first, sha256Of(unwanted), 'thumb'), thumb);
  await first.ask('photos.send-now', {});
  await untilSays({ metering: 'holding', photos: 1, waiting: 0 });
  await addPhoto(first, workfileId, next);
  await untilRead(await writeNote('Went without the photo behind one that is not wanted'));
  await untilSays({ metering: 'holding', photos: 2, waiting: 0 });
  expect(await stateOf(first, workfileId, sha256Of(next))).toMatchObject({ sent: false, moving: null });

  await first.ask('photos.send-now', {});
  await untilState(first, workfileId, sha256Of(next), { sent: true });
  await untilSays({ metering: 'holding', photos: 1 });
});

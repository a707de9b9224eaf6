/** Photos of two PCs: shown at once where they are taken, as thumbnails elsewhere, and never in the way of an edit. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PhotoId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { unwrap } from '../../../src-shared/base/result.ts';
import { until, untilPhase, untilSynced } from '../../support/desktop.ts';
import { peekInto } from '../../support/desktop-database.ts';
import { linesOf, writeEstimate } from '../../support/desktop-estimate.ts';
import {
  addPhoto,
  fileOn,
  photosOf,
  placeOn,
  stateOf,
  tryCopy,
  tryPhoto,
  untilState,
} from '../../support/desktop-photos.ts';
import { openShop, round, type Shop, type ShopPc } from '../../support/desktop-shop.ts';
import { exifSegment, noisyJpeg, pngOf, sha256Of, smallJpeg, text, withSegments } from '../../support/photos.ts';

const patience = { timeout: 180_000 };
let shop: Shop;
let first: ShopPc;
let second: ShopPc;
let workfileId: WorkfileId;
beforeAll(async () => {
  shop = await openShop();
  first = await shop.pc('PC-1');
  second = await shop.pc('PC-2', 'office');
  await untilSynced(first);
  await untilSynced(second);
  workfileId = await writeEstimate(first, 1, 1);
  await untilSynced(first);
}, 180_000);
afterAll(() => shop.close());

const seeds = { next: 100 };
const fresh = (length = 60_000): Uint8Array => {
  seeds.next += 1;
  return noisyJpeg(length, seeds.next);
};
const issueOf = async (bytes: Uint8Array, thumb?: Uint8Array): Promise<string> => {
  const added = await tryPhoto(first, workfileId, bytes, thumb);
  if (added.ok) return 'taken';
  return added.failure.kind === 'invalid' ? added.failure.issue : added.failure.kind;
};

describe('a photo', () => {
  test('is here at once, is a thumbnail on the other PC, and comes whole when it is looked at', patience, async () => {
    const bytes = fresh(900_000);
    const sha256 = sha256Of(bytes);
    await addPhoto(first, workfileId, bytes);
    expect(await photosOf(first, workfileId)).toMatchObject([
      { content: { sha256, bytes: bytes.length, width: 24, height: 16, type: 'jpeg' }, taken: { by: 'Robin Ellery' } },
    ]);
    expect(fileOn(first, sha256)).toEqual(bytes);

    await untilState(second, workfileId, sha256, { thumbHere: true });
    expect(fileOn(second, sha256, 'thumb')).toEqual(smallJpeg);
    await untilState(first, workfileId, sha256, { sent: true, fullHere: true, moving: null });
    expect(await stateOf(second, workfileId, sha256)).toMatchObject({ thumbHere: true, fullHere: false });
    expect(existsSync(placeOn(second, sha256))).toBe(false);

    await second.ask('photo.fetch', { sha256 });
    await untilState(second, workfileId, sha256, { fullHere: true, moving: null });
    expect(fileOn(second, sha256)).toEqual(bytes);
    const told = second.heard.flatMap(({ name, data }) => (name === 'photos.changed' ? data.states : []));
    expect(told.at(-1)).toMatchObject({ sha256, thumbHere: true, fullHere: true });
  });

  test('does not tell the other PC where it was taken', patience, async () => {
    const note = 'N 42.3314 W 83.0458';
    const bytes = withSegments(fresh(), [exifSegment({ turn: 6, note })], text(note));
    const { photoId } = await addPhoto(first, workfileId, bytes);
    const photo = (await photosOf(first, workfileId)).find(({ id }) => id === photoId);
    expect(photo).toMatchObject({ content: { width: 16, height: 24 }, taken: { camera: '2026-11-21 14:05' } });
    const sha256 = photo?.content.sha256 as Parameters<typeof fileOn>[1];
    expect(Buffer.from(fileOn(first, sha256)).includes(note)).toBe(false);
    expect(sha256Of(fileOn(first, sha256))).toBe(sha256);
    await untilState(first, workfileId, sha256, { sent: true });
  });

  test(
    'added twice to a workfile is one, and in two workfiles it is one file that is sent once',
    patience,
    async () => {
      const bytes = fresh();
      const sha256 = sha256Of(bytes);
      const other = await writeEstimate(first, 1, 2);
      const added = await addPhoto(first, workfileId, bytes);
      expect(await addPhoto(first, workfileId, bytes)).toEqual({ photoId: added.photoId, isNew: false });
      expect(await addPhoto(first, other, bytes)).toMatchObject({ isNew: true });
      await untilState(first, other, sha256, { sent: true });
      const sent = first.network.count('POST /photos');
      expect((await addPhoto(first, await writeEstimate(first, 1, 3), bytes)).isNew).toBe(true);
      await untilSynced(first);
      await round(first);
      expect(first.network.count('POST /photos')).toBe(sent);
      const lying = readdirSync(path.join(first.dataDir, 'photos', sha256.slice(0, 2)));
      expect(lying.filter((name) => name.startsWith(sha256)).toSorted()).toEqual([sha256, `${sha256}.thumb`]);
      expect(readdirSync(path.join(first.dataDir, 'photos', 'arriving'))).toEqual([]);
    },
  );

  test('that both PCs took is one file in the cloud', patience, async () => {
    const bytes = fresh();
    const sha256 = sha256Of(bytes);
    await round(second);
    await addPhoto(first, workfileId, bytes);
    await addPhoto(second, workfileId, bytes);
    await untilState(first, workfileId, sha256, { sent: true });
    await untilState(second, workfileId, sha256, { sent: true });
    const [shopId = ''] = readdirSync(shop.photosFolder);
    const stored = readdirSync(path.join(shop.photosFolder, shopId, sha256.slice(0, 2)));
    expect(stored.filter((name) => name.startsWith(sha256)).toSorted()).toEqual([sha256, `${sha256}.thumb`]);
  });

  test('is turned, tagged and moved on both PCs, its file untouched; undo takes each back', patience, async () => {
    const added: PhotoId[] = [];
    for (const bytes of [fresh(), fresh()]) added.push((await addPhoto(first, workfileId, bytes)).photoId);
    const [one, other] = added;
    if (one === undefined || other === undefined) throw new Error('no photos');
    const ids = async (pc: ShopPc) =>
      (await photosOf(pc, workfileId)).map(({ id }) => id).filter((id) => added.includes(id));
    const before = (await photosOf(first, workfileId)).find(({ id }) => id === one)?.content;
    await first.ask('photo.change', { photoId: one, group: 'view', value: { quarters: 3 } });
    await first.ask('photo.change', { photoId: one, group: 'tags', value: { areas: ['rear'], lineIds: [] } });
    await first.ask('photo.move', { photoIds: [other], after: null });
    expect(await ids(first)).toEqual([other, one]);
    const seen = { content: before, view: { quarters: 3 }, tags: { areas: ['rear'], lineIds: [] } };
    await until('the other PC shows it so', async () => {
      const photo = (await photosOf(second, workfileId)).find(({ id }) => id === one);
      return photo?.tags !== undefined && (await ids(second))[0] === other;
    });
    expect((await photosOf(second, workfileId)).find(({ id }) => id === one)).toMatchObject(seen);
    await first.ask('workfile.undo', { workfileId });
    expect(await ids(first)).toEqual([one, other]);
    expect(await first.reply('photo.move', { photoIds: [one], after: one })).toMatchObject({
      failure: { kind: 'invalid', field: 'input.after' },
    });
  });

  test(
    'is copied with its tags and behind it when it was drawn on; one undo takes the copy back',
    patience,
    async () => {
      const { photoId } = await addPhoto(first, workfileId, fresh());
      await addPhoto(first, workfileId, fresh());
      await first.ask('photo.change', { photoId, group: 'tags', value: { areas: ['hood'], lineIds: [] } });
      const caption = 'Annotated copy of Left door';
      const made = unwrap(await tryCopy(first, workfileId, fresh(), { of: photoId, caption }));
      const at = async (pc: ShopPc) => {
        const photos = await photosOf(pc, workfileId);
        return photos[photos.findIndex(({ id }) => id === photoId) + 1];
      };
      const seen = { id: made.photoId, caption: { text: caption }, tags: { areas: ['hood'], lineIds: [] } };
      expect(await at(first)).toMatchObject(seen);
      await until('the copy is on the other PC', async () => (await at(second))?.id === made.photoId);
      expect(await at(second)).toMatchObject(seen);
      await first.ask('workfile.undo', { workfileId });
      expect((await at(first))?.id).not.toBe(made.photoId);
      const gone = await tryCopy(first, workfileId, fresh(), { of: made.photoId, caption });
      expect(gone).toMatchObject({ failure: { kind: 'not-found', what: 'photo' } });
    },
  );

  test('can be worded and removed; undo brings it back', patience, async () => {
    const { photoId } = await addPhoto(first, workfileId, fresh());
    await first.ask('photo.change', { photoId, group: 'caption', value: { text: 'Left quarter panel' } });
    const here = async (pc: ShopPc) => (await photosOf(pc, workfileId)).find(({ id }) => id === photoId);
    await until(
      'the words are on the other PC',
      async () => (await here(second))?.caption.text === 'Left quarter panel',
    );
    await first.ask('photo.remove', { photoIds: [photoId] });
    await until('it is gone on the other PC', async () => (await here(second)) === undefined);
    await first.ask('workfile.undo', { workfileId });
    await until('it is back on the other PC', async () => (await here(second))?.caption.text === 'Left quarter panel');
    const refused = await first.reply('photo.change', {
      photoId,
      group: 'content',
      value: { sha256: sha256Of(fresh()), bytes: 1, width: 1, height: 1, type: 'png' },
    });
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
  });

  test(
    'taken without a network waits, is counted by no edit, and goes when the network is back',
    patience,
    async () => {
      first.network.cut();
      await untilPhase(first, 'offline');
      const bytes = fresh();
      const sha256 = sha256Of(bytes);
      await addPhoto(first, workfileId, bytes);
      expect(await stateOf(first, workfileId, sha256)).toMatchObject({ fullHere: true, sent: false });
      first.network.restore();
      await first.ask('sync.now', {});
      await untilState(first, workfileId, sha256, { sent: true });
      await untilState(second, workfileId, sha256, { thumbHere: true });
    },
  );

  test('is not sent while somebody works offline by choice', patience, async () => {
    await first.ask('sync.set-offline', { offline: true });
    const before = first.network.count('POST /photos');
    const bytes = fresh();
    await addPhoto(first, workfileId, bytes);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(first.network.count('POST /photos')).toBe(before);
    await first.ask('sync.set-offline', { offline: false });
    await untilState(first, workfileId, sha256Of(bytes), { sent: true });
  });
});

test(
  'a PC that takes the shop as bundles shows the thumbnails of a workfile when it first opens it',
  patience,
  async () => {
    const old = await writeEstimate(first, 1, 7);
    const bytes = fresh();
    const sha256 = sha256Of(bytes);
    await addPhoto(first, old, bytes);
    await untilState(first, old, sha256, { sent: true });
    await untilSynced(first);
    const third = await shop.pc('PC-3');
    await untilSynced(third);
    expect(third.network.count('POST /sync/snapshot')).toBeGreaterThan(0);
    expect(packedOn(third, old)).toBe(true);
    expect(await third.ask('photo.states', { workfileId: old })).toEqual([]);
    expect(await photosOf(third, old)).toMatchObject([{ content: { sha256 } }]);
    expect(packedOn(third, old)).toBe(false);
    await untilState(third, old, sha256, { thumbHere: true, fullHere: false, damaged: false });
    expect(fileOn(third, sha256, 'thumb')).toEqual(smallJpeg);
    await third.ask('photo.fetch', { sha256 });
    await untilState(third, old, sha256, { fullHere: true });
  },
);

/** Whether a workfile lies on a PC as the cloud packed it. */
function packedOn({ dataDir }: ShopPc, id: WorkfileId): boolean {
  const look = peekInto(dataDir);
  const count = look.value(`select count(*) from bundle where bytes is not null and workfile_id = '${id}'`);
  look.close();
  return count === 1;
}

describe('refused with its reason is', () => {
  test('what is no photo, too large, or only says that it is one', patience, async () => {
    const count = (await photosOf(first, workfileId)).length;
    expect(await issueOf(text('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('photo-type');
    expect(await issueOf(text('\0\0\0\x18ftypheic and so on'))).toBe('photo-heic');
    expect(await issueOf(pngOf(50_000, 50_000))).toBe('photo-pixels');
    expect(await issueOf(fresh().subarray(0, 50_000))).toBe('photo-broken');
    expect(await issueOf(fresh(), pngOf(10, 10))).toBe('photo-type');
    expect(await first.reply('photo.begin', { workfileId, bytes: 26 * 1024 * 1024 })).toMatchObject({ ok: false });
    expect(await photosOf(first, workfileId)).toHaveLength(count);
  });

  test('a photo whose pieces do not follow each other', async () => {
    const { ticket } = await first.ask('photo.begin', { workfileId, bytes: smallJpeg.length });
    const base64 = Buffer.from(smallJpeg.subarray(0, 30)).toString('base64');
    expect((await first.reply('photo.piece', { ticket, at: 7, base64 })).ok).toBe(false);
    await first.ask('photo.piece', { ticket, at: 0, base64 });
    const thumb = Buffer.from(smallJpeg).toString('base64');
    expect(await first.reply('photo.add', { ticket, thumb })).toMatchObject({ failure: { kind: 'not-found' } });
  });
});

test('a file that was spoilt on this PC before it was sent is told, and nobody gets it', patience, async () => {
  first.network.cut();
  const bytes = fresh();
  const sha256 = sha256Of(bytes);
  await addPhoto(first, workfileId, bytes);
  const spoilt = bytes.slice();
  spoilt[40_000] = (spoilt[40_000] ?? 0) ^ 1;
  writeFileSync(placeOn(first, sha256), spoilt);
  first.network.restore();
  await first.ask('sync.now', {});
  await untilState(first, workfileId, sha256, { damaged: true, moving: null });
  await untilState(second, workfileId, sha256, { thumbHere: true, fullHere: false });
  expect(await stateOf(first, workfileId, sha256)).toMatchObject({ fullHere: true, sent: false });
});

test('a file that the cloud will not have does not hold up the others', patience, async () => {
  first.network.cut();
  const [unwanted, next] = [fresh(), fresh()];
  await addPhoto(first, workfileId, unwanted);
  await addPhoto(first, workfileId, next);
  // A thumbnail as a program would leave it that writes more into it than is taken by now.
  const thumb = withSegments(smallJpeg, [exifSegment({ note: 'N 42.3314' })]);
  writeFileSync(placeOn(first, sha256Of(unwanted), 'thumb'), thumb);
  first.network.restore();
  await first.ask('sync.now', {});
  await untilState(first, workfileId, sha256Of(next), { sent: true });
  await untilState(second, workfileId, sha256Of(next), { thumbHere: true });
  expect(await stateOf(first, workfileId, sha256Of(unwanted))).toMatchObject({ sent: false, damaged: false });
  expect((await first.ask('sync.state', {})).photos).toBe(1);
});

test('lines are written while large photos come in, and sent while one does not go out', patience, async () => {
  const [line] = await linesOf(first, workfileId);
  if (line === undefined) throw new Error('no line');
  const type = (description: string) =>
    first.ask('line.change', { lineId: line.id, group: 'text', value: { description } });
  const photos = Array.from({ length: 3 }, () => fresh(12_000_000));
  const names = photos.map(sha256Of);
  const [hanging = sha256Of(smallJpeg)] = names;
  const hung = first.network.hangAnswer(`PATCH /photos/${hanging}`, 0);
  const adding = { isOver: false };
  const added = (async () => {
    for (const bytes of photos) await addPhoto(first, workfileId, bytes);
    adding.isOver = true;
  })();
  await type('written while they came in');
  expect(adding.isOver).toBe(false);
  await added;
  await hung;
  await type('sent while one hung');
  await until('the other PC has the line', async () => {
    const [there] = await linesOf(second, workfileId);
    return there?.text.description === 'sent while one hung';
  });
  expect(await stateOf(first, workfileId, hanging)).toMatchObject({ sent: false });
  first.network.cut();
  first.network.restore();
  await first.ask('sync.now', {});
  for (const name of names) await untilState(first, workfileId, name, { sent: true });
});

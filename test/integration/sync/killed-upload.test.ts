/** A backend killed in the middle of sending a photo goes on from the byte that arrived, wherever that was. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCutProxy, type Route } from '../../support/cut-proxy.ts';
import { untilSynced } from '../../support/desktop.ts';
import { writeEstimate } from '../../support/desktop-estimate.ts';
import { openKillableDesktop } from '../../support/desktop-killable.ts';
import { addPhoto, fileOn, photosOf, untilState } from '../../support/desktop-photos.ts';
import { openShop, people, type Shop, type ShopPc } from '../../support/desktop-shop.ts';
import { noisyJpeg, sha256Of } from '../../support/photos.ts';

const patience = { timeout: 180_000 };
const length = 1_700_000;
let shop: Shop;
let second: ShopPc;
beforeAll(async () => {
  shop = await openShop();
  second = await shop.pc('PC-2', 'office');
  await untilSynced(second);
}, 180_000);
afterAll(() => shop.close());

describe('a backend that is killed while it sends a photo', () => {
  // Within the head of a request, at its first bytes, in the middle, and near the end of a piece.
  test.each([40, 900, 123_457, 524_000])(
    'after %i bytes of a piece goes on and sends the rest',
    patience,
    async (after) => {
      const bytes = noisyJpeg(length, after);
      const sha256 = sha256Of(bytes);
      const network = await openCutProxy(shop.cloudUrl);
      const options = { dataDir: shop.folderOf(`killed-${after}`), cloudUrl: network.url, name: 'PC-1' };
      const first = await openKillableDesktop(options);
      await first.ask('session.sign-in', people.estimator);
      await untilSynced(first);
      const workfileId = await writeEstimate(first, 1, after);
      const piece: Route = `PATCH /photos/${sha256}`;
      const cut = network.loseRequest(piece, after).then(network.cut);
      await addPhoto(first, workfileId, bytes);
      await cut;
      await first.kill();
      network.restore();
      const arrived = arrivedOf(shop, sha256);
      expect(arrived).toBeLessThan(bytes.length);

      const again = await openKillableDesktop(options);
      expect(await photosOf(again, workfileId)).toMatchObject([{ content: { sha256 } }]);
      await untilState(again, workfileId, sha256, { sent: true });
      await untilState(second, workfileId, sha256, { thumbHere: true });
      await second.ask('photo.fetch', { sha256 });
      await untilState(second, workfileId, sha256, { fullHere: true });
      expect(fileOn(second, sha256)).toEqual(bytes);
      console.log(`cut after ${after} bytes of a piece: ${arrived} of ${bytes.length} bytes had arrived and were kept`);
      await again.close();
      await network.close();
    },
  );

  test('and while it takes one in keeps the photo whole or not at all', patience, async () => {
    const options = { dataDir: shop.folderOf('killed-taking'), cloudUrl: shop.cloudUrl, name: 'PC-1' };
    const first = await openKillableDesktop(options);
    await first.ask('session.sign-in', people.estimator);
    await untilSynced(first);
    const workfileId = await writeEstimate(first, 1, 7);
    const bytes = noisyJpeg(8_000_000, 8);
    const kept = await addPhoto(first, workfileId, noisyJpeg(50_000, 9));
    const adding = addPhoto(first, workfileId, bytes).catch(() => null);
    const arriving = path.join(options.dataDir, 'photos', 'arriving');
    while (!readdirSync(arriving).some((name) => sizeOf(path.join(arriving, name)) > 1_000_000)) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    await first.kill();
    await adding;

    const again = await openKillableDesktop(options);
    const photos = await photosOf(again, workfileId);
    expect(photos.map(({ id }) => id)).toContain(kept.photoId);
    for (const { content } of photos) {
      const sha256 = content.sha256 as Parameters<typeof fileOn>[1];
      expect(sha256Of(fileOn(again, sha256))).toBe(sha256);
    }
    await addPhoto(again, workfileId, bytes);
    expect(readdirSync(arriving)).toEqual([]);
    await again.close();
  });
});

function arrivedOf({ photosFolder }: Shop, sha256: string): number {
  const places = readdirSync(photosFolder).map((id) => path.join(photosFolder, id, 'arriving', sha256));
  return Math.max(0, ...places.map(sizeOf));
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

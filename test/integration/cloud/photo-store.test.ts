/** The cloud's disk of photos: what has its place is what was checked, whoever else writes meanwhile. */
import { mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPhotoStore } from '../../../src-cloud/files/photo-store.ts';
import type { ShopId } from '../../../src-shared/base/ids.ts';
import { freshId } from '../../support/cloud.ts';
import { noisyJpeg, sha256Of } from '../../support/photos.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-photo-store-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a photo in its place does not change, though another process still writes what arrives', async () => {
  const photo = noisyJpeg(40_000, 1);
  const name = { shop: freshId() as ShopId, sha256: sha256Of(photo), part: 'full' as const };
  const arriving = path.join(folder, name.shop, 'arriving');
  await mkdir(arriving, { recursive: true });
  writeFileSync(path.join(arriving, name.sha256), photo);
  const other = openSync(path.join(arriving, name.sha256), 'r+');
  const photos = openPhotoStore(folder);
  const arrived = await photos.readArrived(name);
  await photos.keep(name, arrived?.bytes ?? new Uint8Array());
  writeSync(other, 'other bytes');
  const place = path.join(folder, name.shop, name.sha256.slice(0, 2));
  expect(readFileSync(path.join(place, name.sha256))).toEqual(Buffer.from(photo));
  expect(readdirSync(arriving)).toEqual([]);
  expect(await photos.sizeOf(name)).toBe(photo.length);
});

test('two processes may put the same photo into its place, and what a killed one left goes', async () => {
  const photo = noisyJpeg(40_000, 2);
  const name = { shop: freshId() as ShopId, sha256: sha256Of(photo), part: 'full' as const };
  const thumb = { ...name, part: 'thumb' as const };
  const place = path.join(folder, name.shop, name.sha256.slice(0, 2));
  await mkdir(path.join(place, `${name.sha256}-killed`), { recursive: true });
  writeFileSync(path.join(place, `${name.sha256}-killed`, 'whole'), photo.subarray(0, 9));
  const [one, two] = [openPhotoStore(folder), openPhotoStore(folder)];
  await one.keep(thumb, photo);
  await one.keep(name, photo);
  await two.keep(name, photo);
  expect(readdirSync(place).sort()).toEqual([name.sha256, `${name.sha256}.thumb`]);
  expect(readFileSync(path.join(place, name.sha256))).toEqual(Buffer.from(photo));
  rmSync(path.join(place, name.sha256));
  expect(await one.sizeOf(name)).toBeUndefined();
});

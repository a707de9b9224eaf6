/** Files of photos in the cloud: resumed at any byte, stored once, only what they are named, and only for their shop. */
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maxPhotoBytes, type Sha256 } from '../../../src-shared/domain/photo/photo.ts';
import { cloudFolder, spawnTestCloud, startTestCloud, type TestCloud, type TestShop } from '../../support/cloud.ts';
import { call, openPc, type Pc } from '../../support/cloud-pc.ts';
import { begin, fetchPhoto, offsetOf, send, sendWhole } from '../../support/cloud-photos.ts';
import { pdfOf } from '../../support/documents.ts';
import {
  exifSegment,
  join,
  noisyJpeg,
  pngOf,
  segment,
  sha256Of,
  smallJpeg,
  smallWebp,
  text,
  withSegments,
} from '../../support/photos.ts';

let cloud: TestCloud;
let shop: TestShop;
let pc: Pc;
let second: Pc;
let stranger: Pc;
let technician: Pc;
beforeAll(async () => {
  cloud = await startTestCloud();
  shop = await cloud.openShop('Shop A');
  pc = await openPc(cloud.url, await shop.hire('estimator'));
  second = await openPc(cloud.url, await shop.hire('office'));
  technician = await openPc(cloud.url, await shop.hire('technician'));
  stranger = await openPc(cloud.url, await (await cloud.openShop('Shop B')).hire('administrator'));
});
afterAll(() => cloud.close());

const named = (bytes: Uint8Array) => ({ sha256: sha256Of(bytes) });
const seeds = { next: 0 };
const fresh = (length = 40_000): Uint8Array => {
  seeds.next += 1;
  return noisyJpeg(length, seeds.next);
};
const filesOf = (id: string): readonly string[] =>
  readdirSync(path.join(cloud.photosFolder, id), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(path.join(cloud.photosFolder, id), path.join(entry.parentPath, entry.name)));

describe('a photo', () => {
  test('that was sent is fetched byte for byte, as a file that nobody need guess at', async () => {
    const photo = fresh();
    expect(await offsetOf(pc, named(photo))).toBeNull();
    expect(await sendWhole(pc, named(photo), photo)).toBe(204);
    const fetched = await fetchPhoto(second, named(photo));
    expect(fetched.status).toBe(200);
    expect(fetched.bytes).toEqual(photo);
    expect(Object.fromEntries(fetched.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(photo.length),
      'content-disposition': `attachment; filename="${sha256Of(photo).slice(0, 16)}.jpeg"`,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(filesOf(shop.id)).toContain(`${sha256Of(photo).slice(0, 2)}/${sha256Of(photo)}`);
    expect(filesOf(shop.id).filter((name) => name.startsWith('arriving/'))).toEqual([]);
  });

  test('goes on from the byte it stopped at, from another PC of the shop too', async () => {
    const photo = fresh();
    await begin(pc, named(photo), photo.length);
    expect((await send(pc, named(photo), 0, photo.subarray(0, 17_001))).status).toBe(204);
    expect(await offsetOf(second, named(photo))).toBe(17_001);
    expect((await fetchPhoto(pc, named(photo))).status).toBe(404);
    expect((await send(second, named(photo), 9, photo.subarray(9))).status).toBe(409);
    expect((await begin(second, named(photo), photo.length)).status).toBe(409);
    expect((await send(second, named(photo), 17_001, photo.subarray(17_001))).status).toBe(204);
    expect((await fetchPhoto(pc, named(photo))).bytes).toEqual(photo);
  });

  test('that is there already is told to be whole, and is not sent again', async () => {
    const photo = fresh();
    await sendWhole(pc, named(photo), photo);
    expect(await offsetOf(second, named(photo))).toBe(photo.length);
    expect((await begin(second, named(photo), photo.length)).status).toBe(409);
    expect(filesOf(shop.id).filter((name) => name.includes(sha256Of(photo)))).toHaveLength(1);
  });

  test('whose file the disk lost is not there, and is sent again', async () => {
    const photo = fresh();
    await sendWhole(pc, named(photo), photo);
    rmSync(path.join(cloud.photosFolder, shop.id, sha256Of(photo).slice(0, 2), sha256Of(photo)));
    expect((await fetchPhoto(second, named(photo))).status).toBe(404);
    expect(await offsetOf(pc, named(photo))).toBeNull();
    expect(await sendWhole(pc, named(photo), photo)).toBe(204);
    expect((await fetchPhoto(second, named(photo))).bytes).toEqual(photo);
  });

  test('has a thumbnail at its own address', async () => {
    const photo = fresh();
    const thumb = { ...named(photo), part: 'thumb' as const };
    expect(await sendWhole(pc, thumb, smallJpeg)).toBe(204);
    expect((await fetchPhoto(second, thumb)).bytes).toEqual(smallJpeg);
    expect((await fetchPhoto(second, named(photo))).status).toBe(404);
  });
});

describe('refused and removed is', () => {
  const expectRefusedAtTheEnd = async (sha256: Sha256, bytes: Uint8Array, part: 'full' | 'thumb' = 'full') => {
    expect(await sendWhole(pc, { sha256, part }, bytes)).toBe(460);
    expect((await fetchPhoto(pc, { sha256, part })).status).toBe(404);
    expect(await offsetOf(pc, { sha256, part })).toBeNull();
    expect(filesOf(shop.id).filter((name) => name.includes(sha256))).toEqual([]);
  };

  test('a file that is not what it is named', async () => {
    const photo = fresh();
    const other = photo.slice();
    other[30_000] = (other[30_000] ?? 0) ^ 1;
    await expectRefusedAtTheEnd(sha256Of(photo), other);
    expect(await sendWhole(pc, named(photo), photo)).toBe(204);
  });

  test.each([
    ['a page', text('<!doctype html><script>alert(1)</script>')],
    ['a picture of too many pixels', pngOf(50_000, 50_000)],
    ['a photo that says where it was taken', withSegments(smallJpeg, [exifSegment({ note: 'N 42.3314' })])],
    ['a photo with an archive behind it', join(smallJpeg, text('PK\x03\x04'))],
    ['a photo that is a script too', withSegments(smallJpeg, [segment(0xfe, text('*/=alert(1)/*'))])],
    ['a picture that is an archive too', join(pngOf(24, 16), text('PK\x05\x06'), new Uint8Array(18))],
    ['a picture that is a page too', join(smallWebp, text('<script>alert(1)</script>'))],
    ['a moving picture that is a script too', text('GIF89a/*\0\0\0*/=alert(1)//')],
    [
      'a page that says JPEG in its first bytes',
      join(Uint8Array.of(0xff, 0xd8, 0xff), text('<script>alert(1)</script>')),
    ],
  ])('%s', (_, bytes) => expectRefusedAtTheEnd(sha256Of(bytes), bytes));

  test('a thumbnail that is none', () => expectRefusedAtTheEnd(sha256Of(fresh()), pngOf(24, 16), 'thumb'));
});

describe('refused before a byte arrives is', () => {
  test('a file of more than 25 MB, or of nothing', async () => {
    expect((await begin(pc, named(fresh()), maxPhotoBytes + 1)).status).toBe(413);
    expect((await begin(pc, named(fresh()), 0)).status).toBe(400);
    expect((await begin(pc, { ...named(fresh()), part: 'thumb' }, 300_000)).status).toBe(413);
  });

  test('more than was announced', async () => {
    const photo = fresh();
    await begin(pc, named(photo), 100);
    expect((await send(pc, named(photo), 0, photo)).status).toBe(413);
  });

  test('a piece that says it is something else', async () => {
    const photo = fresh();
    await begin(pc, named(photo), photo.length);
    const headers = { 'tus-resumable': '1.0.0', 'upload-offset': '0', authorization: `Bearer ${pc.token}` };
    for (const type of ['image/jpeg', 'text/html', 'multipart/form-data; boundary=x', 'application/json']) {
      const at = `${cloud.url}/photos/${sha256Of(photo)}`;
      const answer = await fetch(at, { method: 'PATCH', headers: { ...headers, 'content-type': type }, body: '{}' });
      expect([400, 403, 415]).toContain(answer.status);
    }
    expect(await offsetOf(pc, named(photo))).toBe(0);
  });

  test('more uploads than a shop may have under way, however many come at once; what is under way goes on', async () => {
    const busy = await cloud.openShop('Busy Shop');
    const one = await openPc(cloud.url, await busy.hire('estimator'));
    const photo = fresh();
    await begin(one, named(photo), photo.length);
    const arriving = path.join(cloud.photosFolder, busy.id, 'arriving');
    for (let i = 0; i < 494; i += 1) writeFileSync(path.join(arriving, `${'0'.repeat(60)}${1000 + i}`), '');
    const begun = await Promise.all(Array.from({ length: 40 }, () => begin(one, named(fresh()), 1_000)));
    expect(begun.filter(({ status }) => status === 201)).toHaveLength(5);
    expect(begun.filter(({ status }) => status === 429)).toHaveLength(35);
    expect(filesOf(busy.id).filter((name) => !name.endsWith('.json'))).toHaveLength(500);
    expect((await send(one, named(photo), 0, photo)).status).toBe(204);
    expect((await begin(one, named(fresh()), 1_000)).status).toBe(201);
    expect((await begin(pc, named(fresh()), 1_000)).status).toBe(201);
  });

  test('none where uploads that nobody went on with fill the room: they make place', async () => {
    const slow = await cloud.openShop('Slow Shop');
    const one = await openPc(cloud.url, await slow.hire('estimator'));
    await begin(one, named(fresh()), 1_000);
    const arriving = path.join(cloud.photosFolder, slow.id, 'arriving');
    for (let i = 0; i < 499; i += 1) {
      const id = `${'0'.repeat(60)}${1000 + i}`;
      const creation_date = '2020-01-01T00:00:00.000Z';
      writeFileSync(path.join(arriving, id), '');
      writeFileSync(path.join(arriving, `${id}.json`), JSON.stringify({ id, size: 9, offset: 0, creation_date }));
    }
    expect((await begin(one, named(fresh()), 1_000)).status).toBe(201);
  });

  test.each(['../../secret', 'ABC', '', `${'0'.repeat(63)}/`, `${'f'.repeat(64)}.json`])(
    'the name “%s”',
    async (name) => {
      expect((await begin(pc, { sha256: name as Sha256 }, 100)).status).toBe(400);
      const at = `${cloud.url}/photos/${encodeURIComponent(name)}`;
      expect([404, 405]).toContain((await call(at, 'GET', { token: pc.token })).status);
    },
  );

  test('anybody who may not: no session, a technician', async () => {
    const photo = fresh();
    expect((await begin({ ...pc, token: 'none' } as Pc, named(photo), photo.length)).status).toBe(401);
    expect((await begin(technician, named(photo), photo.length)).status).toBe(403);
    await sendWhole(pc, named(photo), photo);
    expect((await fetchPhoto(technician, named(photo))).bytes).toEqual(photo);
    expect((await fetchPhoto({ ...pc, token: 'none' }, named(photo))).status).toBe(401);
  });

  test('a request of the protocol that is not offered', async () => {
    const address = `${cloud.url}/photos/${sha256Of(fresh())}`;
    for (const method of ['DELETE', 'OPTIONS', 'PUT']) {
      expect([404, 405]).toContain((await call(address, method, { token: pc.token })).status);
    }
  });
});

describe('another shop', () => {
  test('finds no photo of this one, whole or on its way', async () => {
    const photo = fresh();
    await sendWhole(pc, named(photo), photo);
    const begun = fresh();
    await begin(pc, named(begun), begun.length);
    await send(pc, named(begun), 0, begun.subarray(0, 100));
    for (const one of [photo, begun]) {
      expect((await fetchPhoto(stranger, named(one))).status).toBe(404);
      expect(await offsetOf(stranger, named(one))).toBeNull();
      expect((await send(stranger, named(one), 100, one.subarray(100))).status).toBe(404);
    }
    expect(await offsetOf(pc, named(begun))).toBe(100);
  });

  test('may have the same photo as its own', async () => {
    const photo = fresh();
    await sendWhole(pc, named(photo), photo);
    expect(await sendWhole(stranger, named(photo), photo)).toBe(204);
    expect((await fetchPhoto(stranger, named(photo))).bytes).toEqual(photo);
    expect((await fetchPhoto(pc, named(photo))).bytes).toEqual(photo);
  });
});

test('errors tell nothing of the machine', async () => {
  const answers = [
    await begin(pc, named(fresh()), maxPhotoBytes + 1),
    await begin(pc, { sha256: 'x' as Sha256 }, 1),
    await send(pc, named(fresh()), 0, smallJpeg),
  ];
  for (const { status, bytes, headers } of answers) {
    expect(status).toBeLessThan(500);
    expect(Buffer.from(bytes).toString()).not.toMatch(/\/|Error|at /);
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
  expect(cloud.logged.filter(({ event }) => event === 'failed')).toEqual([]);
});

test('others are answered while many large photos arrive', async () => {
  const photos = Array.from({ length: 6 }, () => fresh(6_000_000));
  const sending = Promise.all(photos.map((photo) => sendWhole(pc, named(photo), photo)));
  const times: number[] = [];
  const state = { over: false };
  void sending.finally(() => {
    state.over = true;
  });
  while (!state.over) {
    const from = performance.now();
    await call(`${cloud.url}/health`, 'GET');
    times.push(performance.now() - from);
  }
  expect(await sending).toEqual(photos.map(() => 204));
  console.log(`asked ${times.length} times meanwhile; the slowest answer took ${Math.max(...times).toFixed(0)} ms`);
});

test('a cloud killed after the last byte takes the file over when it is asked for', { timeout: 240_000 }, async () => {
  const { folder, remove } = await cloudFolder();
  const who = { email: 'estimator@demo.example.com', password: 'demo-shop-estimator' };
  const first = await spawnTestCloud({ folder, demo: true });
  const photo = fresh();
  const sender = await openPc(first.url, who);
  await begin(sender, named(photo), photo.length);
  await send(sender, named(photo), 0, photo.subarray(0, 20_000));
  await first.kill();
  // As if all of it had been written and the cloud had died before it looked at it.
  const shops = path.join(folder, 'photos');
  const [id = ''] = readdirSync(shops);
  const arriving = path.join(shops, id, 'arriving', sha256Of(photo));
  expect(readFileSync(arriving)).toEqual(Buffer.from(photo.subarray(0, 20_000)));
  appendFileSync(arriving, photo.subarray(20_000));
  const again = await spawnTestCloud({ folder });
  const back = await openPc(again.url, who, sender.identity);
  expect(await offsetOf(back, named(photo))).toBe(photo.length);
  expect((await fetchPhoto(back, named(photo))).bytes).toEqual(photo);
  await again.stop();
  await remove();
});

describe('a document', () => {
  test('is kept and fetched as it came, as a file to keep', async () => {
    const pdf = pdfOf(3, 'kept');
    expect(await sendWhole(pc, named(pdf), pdf)).toBe(204);
    const fetched = await fetchPhoto(second, named(pdf));
    expect(fetched.bytes).toEqual(pdf);
    expect(Object.fromEntries(fetched.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${sha256Of(pdf).slice(0, 16)}.pdf"`,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    expect((await fetchPhoto(stranger, named(pdf))).status).toBe(404);
  });

  test('is refused when it is cut off, is not what it is named, or is sent as a thumbnail', async () => {
    const pdf = pdfOf(3, 'refused');
    const half = pdf.subarray(0, 300);
    expect(await sendWhole(pc, named(half), half)).toBe(460);
    expect(await sendWhole(pc, named(pdfOf(3, 'another')), pdf)).toBe(460);
    expect(await sendWhole(pc, { ...named(pdf), part: 'thumb' }, pdf)).toBe(460);
    expect(await offsetOf(pc, named(pdf))).toBeNull();
  });
});

/** app:// serves the page and its files from a fixed map, each load with a nonce of its own, and nothing else. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { contentSecurityPolicy, serveApp } from '../../../src-main/os/app-protocol.ts';
import { traversals } from '../../support/hostile-addresses.ts';
import { sha256Of, smallJpeg, smallWebp } from '../../support/photos.ts';
import { protocol } from '../../support/stub-electron.ts';

vi.mock('electron', () => import('../../support/stub-electron.ts'));

const root = mkdtempSync(path.join(os.tmpdir(), 'shopfile-page-'));
const folder = path.join(root, 'renderer');
const photos = path.join(root, 'photos');
const name = sha256Of(smallJpeg);
/** A name in the same folder, of a file that is no picture. */
const page = `${name.slice(0, 2)}${'0'.repeat(62)}`;
const held = { count: 0 };

beforeAll(() => {
  mkdirSync(path.join(folder, 'assets'), { recursive: true });
  writeFileSync(
    path.join(folder, 'index.html'),
    '<meta property="csp-nonce" nonce="__NONCE__"><script nonce="__NONCE__">',
  );
  writeFileSync(path.join(folder, 'assets/index-a1.js'), 'export {};');
  writeFileSync(path.join(folder, 'assets/index-a1.css'), 'p{}');
  writeFileSync(path.join(folder, 'assets/index-a1.js.map'), '{"secret":1}');
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  writeFileSync(path.join(root, 'secret.txt'), 'secret');
  writeFileSync(path.join(root, 'secret.html'), 'secret');
  mkdirSync(path.join(photos, name.slice(0, 2)), { recursive: true });
  writeFileSync(path.join(photos, name.slice(0, 2), name), smallJpeg);
  writeFileSync(path.join(photos, name.slice(0, 2), `${name}.thumb`), smallWebp);
  writeFileSync(path.join(photos, name.slice(0, 2), page), '<!doctype html><script>1</script>');
  writeFileSync(path.join(photos, 'secret'), 'secret');
  serveApp({
    folder,
    photos,
    random: (count) => {
      held.count += 1;
      return new Uint8Array(count).fill(held.count);
    },
  });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A request as Electron makes it; a plain Request would refuse the scheme or tidy the address first. */
async function get(url: string, method = 'GET') {
  const response = await protocol.handlers.get('app')?.({ url, method });
  if (response === undefined) throw new Error('app:// is not served');
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe('the page', () => {
  test('comes with the policy of its own nonce, new for each load', async () => {
    const loads = [
      await get('app://shopfile/'),
      await get('app://shopfile/index.html'),
      await get('app://shopfile/?a#b'),
    ];
    const nonces = loads.map(({ text }) => /nonce="([^"]+)"/.exec(text)?.[1] ?? '');
    expect(new Set(nonces).size).toBe(3);
    for (const [load, { headers, text }] of loads.entries()) {
      expect(headers.get('content-security-policy')).toBe(contentSecurityPolicy(nonces[load] ?? ''));
      expect(text).not.toContain('__NONCE__');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  test('may do what the policy says, word for word', () => {
    expect(contentSecurityPolicy('abc')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-abc'; img-src 'self' blob: data:; " +
        "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
        "object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    );
  });
});

test('files come as what they are, and are not to be guessed at', async () => {
  const kinds = ['app://shopfile/assets/index-a1.js', 'app://shopfile/assets/index-a1.css', 'app://shopfile/'];
  const answers = await Promise.all(kinds.map((url) => get(url)));
  expect(answers.map(({ headers }) => headers.get('content-type'))).toEqual([
    'text/javascript; charset=utf-8',
    'text/css; charset=utf-8',
    'text/html; charset=utf-8',
  ]);
  for (const { status, headers } of answers) {
    expect(status).toBe(200);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  }
});

test('a photo and its thumbnail come by the name of its content, as what their bytes are', async () => {
  for (const [address, bytes, type] of [
    [`app://shopfile/photo/${name}`, smallJpeg, 'image/jpeg'],
    [`app://shopfile/photo/${name}/thumb`, smallWebp, 'image/webp'],
  ] as const) {
    const response = await protocol.handlers.get('app')?.({ url: address, method: 'GET' });
    expect(new Uint8Array((await response?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(bytes);
    expect(Object.fromEntries(response?.headers ?? [])).toMatchObject({
      'content-type': type,
      'content-disposition': 'attachment',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
  }
});

describe('everything else is not found', () => {
  test('sixty ways out of the folder are tried', () => expect(new Set(traversals).size).toBe(60));

  test.each(['app://shopfile/', 'app://shopfile/assets/', 'app://shopfile//', 'app://shopfile/photo/'])(
    'below %s none of them leads anywhere',
    async (base) => {
      const answers = await Promise.all(traversals.map((way) => get(base + way)));
      expect(answers.filter(({ status, text }) => status !== 404 || text !== 'Not found')).toEqual([]);
    },
  );

  test.each([
    'app://shopfile/secret.txt',
    'app://shopfile/secret.html',
    'app://shopfile/assets/index-a1.js.map',
    'app://shopfile/assets/',
    'app://shopfile/assets',
    'app://shopfile/ASSETS/INDEX-A1.JS',
    'app://shopfile/assets%2findex-a1.js',
    'app://shopfile/assets/index-a1.js%00.html',
    'app://shopfile/assets/index-a1.js/',
    'app://shopfile/assets/index-a1.js::$DATA',
    'app://shopfile/constructor',
    'app://shopfile/__proto__',
    'app://shopfile/photo/abc',
    'app://shopfile/photo/secret',
    `app://shopfile/photo/${page}`,
    `app://shopfile/photo/${'0'.repeat(64)}`,
    `app://shopfile/photo/${name.toUpperCase()}`,
    `app://shopfile/photo/${name}/`,
    `app://shopfile/photo/${name}.thumb`,
    `app://shopfile/photo/${name}%00`,
    `app://shopfile/photo//${name}`,
    `app://other/photo/${name}`,
    'app://other/index.html',
    'app://evil@shopfile:1/index.html',
  ])('%s', async (url) => {
    const { status, headers, text } = await get(url);
    expect([status, text]).toEqual([404, 'Not found']);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test.each(['POST', 'PUT', 'DELETE', 'HEAD'])('a %s of the page itself or of a photo', async (method) => {
    expect((await get('app://shopfile/', method)).status).toBe(404);
    expect((await get(`app://shopfile/photo/${name}`, method)).status).toBe(404);
  });
});

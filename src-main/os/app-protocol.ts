// Serves the window's page and what belongs to it by app://, from a fixed map made at start: nothing else can be named.

import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import type { Random } from '../../src-shared/base/clock.ts';
import { appHost, appScheme } from './app-origin.ts';
import { servePhoto } from './photo-address.ts';

type Parts = { readonly folder: string; readonly photos: string; readonly random: Random };
type Files = ReadonlyMap<string, string>;

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must run before the app is ready. */
export function declareAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }]);
}

export function serveApp({ folder, photos, random }: Parts): void {
  const files = filesByPath(folder);
  protocol.handle(appScheme, async (request) => {
    const url = new URL(request.url);
    const isOurs = url.host === appHost && request.method === 'GET';
    const photo = isOurs ? await servePhoto(photos, url.pathname) : undefined;
    return photo ?? answer(isOurs ? files.get(url.pathname) : undefined, random);
  });
}

/** What a page may do: its own files, and styles that carry the nonce of this load. */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

/** URL paths and the files they stand for; a request is looked up here and never joined to a folder. */
function filesByPath(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && kinds[path.extname(entry.name)] !== undefined)
    .map((entry) => path.join(entry.parentPath, entry.name));
  const files = names.map((file) => [`/${path.relative(folder, file).replaceAll(path.sep, '/')}`, file] as const);
  const page = files.find(([name]) => name === '/index.html');
  return new Map(page === undefined ? files : [...files, ['/', page[1]]]);
}

async function answer(file: string | undefined, random: Random): Promise<Response> {
  const nonce = Buffer.from(random(16)).toString('base64');
  if (file === undefined) return new Response('Not found', { status: 404, headers: headersOf('.txt', nonce) });
  const kind = path.extname(file);
  const bytes = await readFile(file);
  const body = kind === '.html' ? bytes.toString('utf8').replaceAll('__NONCE__', nonce) : new Uint8Array(bytes);
  return new Response(body, { headers: headersOf(kind, nonce) });
}

const headersOf = (kind: string, nonce: string): Record<string, string> => ({
  'content-type': kinds[kind] ?? 'text/plain; charset=utf-8',
  'content-security-policy': contentSecurityPolicy(nonce),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': kind === '.html' ? 'no-store' : 'no-cache',
});

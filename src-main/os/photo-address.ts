// Photos by app://shopfile/photo/<sha256> and …/thumb: an address names a content and can name nothing else.

import { readFile } from 'node:fs/promises';
import path from 'node:path';

const address = /^\/photo\/(?<name>[0-9a-f]{64})(?<thumb>\/thumb)?$/;

/** The photo at an address of the app; nothing for an address that names none, or one that is not here. */
export async function servePhoto(folder: string, pathname: string): Promise<Response | undefined> {
  const { name, thumb } = address.exec(pathname)?.groups ?? {};
  if (name === undefined) return undefined;
  const file = path.join(folder, name.slice(0, 2), thumb === undefined ? name : `${name}.thumb`);
  const bytes = await readFile(file).catch(() => undefined);
  const type = bytes && typeOf(bytes);
  return type === undefined ? undefined : new Response(new Uint8Array(bytes ?? []), { headers: headersOf(type) });
}

/** What the first bytes say; a file that is none of these is not shown. */
function typeOf(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  return start.startsWith('RIFF') && start.endsWith('WEBP') ? 'image/webp' : undefined;
}

const headersOf = (type: string): Record<string, string> => ({
  'content-type': type,
  'content-disposition': 'attachment',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  // A name is a content: what was read once need not be read again.
  'cache-control': 'private, max-age=31536000, immutable',
});

/** Sends and fetches files of photos as a PC does, request by request. */
import { photoPath } from '../../src-shared/api/contract.ts';
import type { PhotoPart, Sha256 } from '../../src-shared/domain/photo/photo.ts';
import type { Pc } from './cloud-pc.ts';

export type PhotoAnswer = { readonly status: number; readonly headers: Headers; readonly bytes: Uint8Array };
type Named = { readonly sha256: Sha256; readonly part?: PhotoPart };

const base64 = (words: string): string => Buffer.from(words).toString('base64');

async function ask(
  pc: Pick<Pc, 'url' | 'token'>,
  method: string,
  path: string,
  init: RequestInit = {},
): Promise<PhotoAnswer> {
  const headers = { authorization: `Bearer ${pc.token}`, 'tus-resumable': '1.0.0', ...init.headers };
  const answer = await fetch(`${pc.url}${path}`, { ...init, method, headers });
  return { status: answer.status, headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

/** Announces a file of that many bytes. */
export const begin = (pc: Pc, { sha256, part = 'full' }: Named, length: number): Promise<PhotoAnswer> =>
  ask(pc, 'POST', '/photos', {
    headers: {
      'upload-length': String(length),
      'upload-metadata': `sha256 ${base64(sha256)},part ${base64(part)}`,
    },
  });

/** Sends bytes that begin at an offset of the file. */
export const send = (pc: Pc, { sha256, part = 'full' }: Named, at: number, bytes: Uint8Array): Promise<PhotoAnswer> =>
  ask(pc, 'PATCH', photoPath(sha256, part), {
    headers: { 'upload-offset': String(at), 'content-type': 'application/offset+octet-stream' },
    body: new Uint8Array(bytes),
  });

export const offsetOf = async (pc: Pc, { sha256, part = 'full' }: Named): Promise<number | null> => {
  const { status, headers } = await ask(pc, 'HEAD', photoPath(sha256, part));
  return status === 200 ? Number(headers.get('upload-offset')) : null;
};

export const fetchPhoto = (pc: Pick<Pc, 'url' | 'token'>, { sha256, part = 'full' }: Named): Promise<PhotoAnswer> =>
  ask(pc, 'GET', photoPath(sha256, part));

/** Sends a whole file; answers the status of its last piece. */
export async function sendWhole(pc: Pc, name: Named, bytes: Uint8Array): Promise<number> {
  const begun = await begin(pc, name, bytes.length);
  return begun.status === 201 ? (await send(pc, name, 0, bytes)).status : begun.status;
}

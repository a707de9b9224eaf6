/** What a person does with photos on a PC, asked of its backend as the window asks. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { WorkfileId } from '../../src-shared/base/ids.ts';
import type { Photo, PhotoPart, Sha256 } from '../../src-shared/domain/photo/photo.ts';
import { type PhotoCopy, photoPieceBytes } from '../../src-shared/ipc/requests.ts';
import type { PhotoState } from '../../src-shared/ipc/shapes.ts';
import { type Desktop, until } from './desktop.ts';
import { smallJpeg } from './photos.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Hands a photo over piece by piece; answers what the last request answered. */
export async function tryPhoto(pc: Desktop, workfileId: WorkfileId, bytes: Uint8Array, thumb: Uint8Array = smallJpeg) {
  return pc.reply('photo.add', { ticket: await handOver(pc, workfileId, bytes), thumb: base64(thumb) });
}

/** Adds a photo as a copy that was drawn on another. */
export async function tryCopy(pc: Desktop, workfileId: WorkfileId, bytes: Uint8Array, copy: PhotoCopy) {
  return pc.reply('photo.add', {
    ...{ ticket: await handOver(pc, workfileId, bytes), thumb: base64(smallJpeg) },
    copy,
  });
}

async function handOver(pc: Desktop, workfileId: WorkfileId, bytes: Uint8Array): Promise<string> {
  const { ticket } = await pc.ask('photo.begin', { workfileId, bytes: bytes.length });
  for (let at = 0; at < bytes.length; at += photoPieceBytes) {
    await pc.ask('photo.piece', { ticket, at, base64: base64(bytes.subarray(at, at + photoPieceBytes)) });
  }
  return ticket;
}

/** Adds a photo that must be taken. */
export async function addPhoto(pc: Desktop, workfileId: WorkfileId, bytes: Uint8Array) {
  const added = await tryPhoto(pc, workfileId, bytes);
  if (!added.ok) throw new Error(JSON.stringify(added.failure));
  return added.value;
}

export async function photosOf(pc: Desktop, workfileId: WorkfileId): Promise<readonly Photo[]> {
  const sheet = await pc.reply('workfile.open', { workfileId });
  return sheet.ok ? sheet.value.photos : [];
}

export async function stateOf(pc: Desktop, workfileId: WorkfileId, sha256: Sha256): Promise<PhotoState | undefined> {
  return (await pc.ask('photo.states', { workfileId })).find((state) => state.sha256 === sha256);
}

/** Waits until the files of a photo are where they are wanted. */
export const untilState = (pc: Desktop, workfileId: WorkfileId, sha256: Sha256, wanted: Partial<PhotoState>) =>
  until(`${pc.name} has a photo with ${JSON.stringify(wanted)}`, async () => {
    const state = await stateOf(pc, workfileId, sha256);
    return Object.entries(wanted).every(([name, value]) => state?.[name as keyof PhotoState] === value);
  });

/** Where a file of a photo lies on a PC. */
export const placeOn = (pc: Desktop, sha256: Sha256, part: PhotoPart = 'full'): string =>
  path.join(pc.dataDir, 'photos', sha256.slice(0, 2), part === 'full' ? sha256 : `${sha256}.thumb`);

export const fileOn = (pc: Desktop, sha256: Sha256, part: PhotoPart = 'full'): Uint8Array =>
  new Uint8Array(readFileSync(placeOn(pc, sha256, part)));

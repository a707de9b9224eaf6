// The files of photos and documents: `<folder>/<aa>/<sha256>`, and a photo's thumbnail beside it. A name is given only to what is on the disk.

import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../src-shared/base/clock.ts';
import { codeOf, isHeld, whenFree } from '../../src-shared/base/held-file.ts';
import type { PhotoPart, Sha256 } from '../../src-shared/domain/photo/photo.ts';

export type PhotoFiles = ReturnType<typeof openPhotoFiles>;

/** A file that is being written, still without its name. */
export type Unnamed = {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** The SHA-256 of what was written so far. */
  readonly sha256: () => Sha256;
  /** Flushes it to the disk and gives it its name; a file that already bears the name stays. */
  readonly name: (sha256: Sha256, part: PhotoPart) => Promise<void>;
  readonly drop: () => Promise<void>;
};

/** Opens a folder of photos; what a killed process left unnamed is deleted before the first file is written. */
export function openPhotoFiles(folder: string, random: Random) {
  const arriving = path.join(folder, 'arriving');
  const emptied = { once: null as Promise<void> | null };
  // What is still held lies there until another start; it keeps no photo out.
  const clear = () => whenFree(() => fs.rm(arriving, { recursive: true, force: true }), pause);
  const empty = () => (emptied.once ??= clear().catch(() => undefined));
  const pathOf = (sha256: Sha256, part: PhotoPart): string =>
    path.join(folder, sha256.slice(0, 2), part === 'full' ? sha256 : `${sha256}.thumb`);

  const begin = async (): Promise<Unnamed> => {
    await empty();
    await fs.mkdir(arriving, { recursive: true, mode: 0o700 });
    return beginFile(path.join(arriving, Buffer.from(random(12)).toString('hex')), pathOf);
  };
  return {
    begin,
    /** Keeps a photo and its thumbnail; answers the photo's name and size. */
    async keep(full: readonly Uint8Array[], thumb: readonly Uint8Array[]) {
      const file = await written(await begin(), full);
      const sha256 = file.sha256();
      try {
        await (await written(await begin(), thumb)).name(sha256, 'thumb');
      } catch (error) {
        await file.drop();
        throw error;
      }
      await file.name(sha256, 'full');
      return { sha256, bytes: full.reduce((sum, part) => sum + part.length, 0) };
    },
    /** Keeps a document; answers its name and size. */
    async keepOne(bytes: Uint8Array) {
      const file = await written(await begin(), [bytes]);
      const sha256 = file.sha256();
      await file.name(sha256, 'full');
      return { sha256, bytes: bytes.length };
    },
    /** The bytes of a file; null when it is not there. */
    read: (sha256: Sha256, part: PhotoPart): Promise<Buffer | null> => readIfThere(pathOf(sha256, part)),
  };
}

/** Small enough that hashing one is no pause for anybody. */
const sliceBytes = 256 * 1024;

async function written(file: Unnamed, parts: readonly Uint8Array[]): Promise<Unnamed> {
  try {
    for (const part of parts) {
      for (let at = 0; at < part.length; at += sliceBytes) await file.write(part.subarray(at, at + sliceBytes));
    }
    return file;
  } catch (error) {
    await file.drop();
    throw error;
  }
}

async function beginFile(place: string, pathOf: (sha256: Sha256, part: PhotoPart) => string): Promise<Unnamed> {
  const handle = await whenFree(() => fs.open(place, 'wx', 0o600), pause);
  const hash = createHash('sha256');
  const drop = async () => {
    await handle.close().catch(() => undefined);
    // What still holds it lets go of it sometime; the next start removes it.
    await whenFree(() => fs.rm(place, { force: true }), pause).catch(() => undefined);
  };
  return {
    async write(bytes) {
      hash.update(bytes);
      await handle.writeFile(bytes);
    },
    sha256: () => hash.copy().digest('hex') as Sha256,
    async name(sha256, part) {
      try {
        await handle.sync();
        await handle.close();
        await moveInto(place, pathOf(sha256, part));
      } catch (error) {
        await drop();
        throw error;
      }
    },
    drop,
  };
}

async function moveInto(from: string, to: string): Promise<void> {
  const folder = path.dirname(to);
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  await renamed(from, to);
  await flushFolder(folder);
  await flushFolder(path.dirname(folder));
}

/** A name that is taken is the same content. */
async function renamed(from: string, to: string): Promise<void> {
  try {
    await whenFree(() => fs.rename(from, to), pause);
  } catch (error) {
    if (!isHeld(error) || (await fs.stat(to).catch(() => null)) === null) throw error;
    await fs.rm(from, { force: true });
  }
}

/** Makes a name last a power cut; Windows does that by itself and opens no folders. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await whenFree(() => fs.readFile(file), pause);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

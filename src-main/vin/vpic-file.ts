// The vehicle data on disk: unpacked from its archive at first use, whole or not at all.

import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { threadId } from 'node:worker_threads';
import { createGunzip } from 'node:zlib';
import Database from 'better-sqlite3';
import { whenFree } from '../../src-shared/base/held-file.ts';

/** Where the unpacked data lies; unpacks it if this archive was not unpacked here before. */
export async function unpackedVpic(archivePath: string, folder: string, nativeBinding: string | null): Promise<string> {
  const { size } = await stat(archivePath);
  const name = `vpic-${size}.db`;
  const target = path.join(folder, name);
  if (await exists(target)) return target;
  await mkdir(folder, { recursive: true });
  const partial = `${target}.${process.pid}-${threadId}.tmp`;
  try {
    await unpack(archivePath, partial);
    leaveWal(partial, nativeBinding);
    await flush(partial);
    await whenFree(() => rename(partial, target), pause);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  // What is still held is removed after the next unpacking.
  await removeOthers(folder, name).catch(() => undefined);
  return target;
}

async function unpack(archivePath: string, partial: string): Promise<void> {
  const file = await open(partial, 'w');
  await pipeline(createReadStream(archivePath), createGunzip(), file.createWriteStream());
}

/** The data comes in WAL mode, which would need a writable folder even to read it. */
function leaveWal(file: string, nativeBinding: string | null): void {
  const database = new Database(file, nativeBinding === null ? {} : { nativeBinding });
  try {
    database.pragma('journal_mode = delete');
  } finally {
    database.close();
  }
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes the data of older program versions, and what unpackings left that were killed. */
async function removeOthers(folder: string, keep: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.startsWith('vpic-') && name !== keep);
  const left = names.filter((name) => !isBeingWritten(name));
  await Promise.all(left.map((name) => rm(path.join(folder, name), { force: true })));
}

function isBeingWritten(name: string): boolean {
  const writer = /\.(\d+)-\d+\.tmp$/.exec(name)?.[1];
  if (writer === undefined) return false;
  try {
    return process.kill(Number(writer), 0);
  } catch {
    return false;
  }
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

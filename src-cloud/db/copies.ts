/** Copies of the embedded database: the last few, each of them written whole or not at all. */
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

const kept = 4;
const shape = /^copy-(\d{6})\.tar\.gz$/;

/** The files of the copies, newest first. */
export async function listCopies(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => shape.test(name))
    .sort()
    .reverse()
    .map((name) => path.join(folder, name));
}

/** Writes the next copy and forgets the oldest. It bears its name only when all of it is on the disk. */
export async function writeCopy(folder: string, content: Blob): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const [newest, ...older] = await listCopies(folder);
  const number = 1 + Number(shape.exec(path.basename(newest ?? ''))?.[1] ?? 0);
  const file = path.join(folder, `copy-${String(number).padStart(6, '0')}.tar.gz`);
  await writeWhole(`${file}.part`, content);
  await rename(`${file}.part`, file);
  await flushFolder(folder);
  for (const old of older.slice(kept - 2)) await rm(old);
  return file;
}

async function writeWhole(file: string, content: Blob): Promise<void> {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(new Uint8Array(await content.arrayBuffer()));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Windows has no such thing for folders, and needs none. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Starts the embedded database of a folder; where it is damaged, the newest copy that is whole takes its place. */
import { access, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { listCopies } from './copies.ts';
import type { Say } from './copying.ts';

export type Started = { readonly lite: PGlite; readonly isRestored: boolean };

/** The folder beside the database that holds its copies. */
export const copiesOf = (folder: string): string => path.join(folder, 'copies');

/** Nothing is deleted: a damaged database is put aside under a name of its own. */
export async function startWhole(folder: string, say: Say): Promise<Started> {
  const place = path.join(folder, 'database');
  const copies = await listCopies(copiesOf(folder));
  const trouble = copies.length === 0 ? null : await troubleOf(place);
  if (trouble === null) {
    const opened = await tryTwice(() => openChecked(new PGlite(place)));
    if (!(opened instanceof Error)) return { lite: opened, isRestored: false };
    if (copies.length === 0) throw opened;
    return restore(folder, copies, { why: opened.message, say });
  }
  return restore(folder, copies, { why: trouble, say });
}

/** A folder without its first file would be filled with an empty database without a word. */
async function troubleOf(place: string): Promise<string | null> {
  const isThere = await access(path.join(place, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
  return isThere ? null : 'its files are gone';
}

/** Want of memory passes; damage does not. */
async function tryTwice<T>(work: () => Promise<T>): Promise<T | Error> {
  try {
    return await work();
  } catch {
    return work().catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
  }
}

/** Reads every page of every table: each carries a checksum. */
async function openChecked(lite: PGlite): Promise<PGlite> {
  await lite.waitReady;
  const tables = await lite.query<{ name: string }>(
    `select format('%I', relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  for (const { name } of tables.rows) await lite.query(`select count(whole) from ${name} whole`);
  return lite;
}

type Reason = { readonly why: string; readonly say: Say };

async function restore(folder: string, copies: readonly string[], { why, say }: Reason): Promise<Started> {
  await demandRoom(folder);
  const place = path.join(folder, 'database');
  const aside = await putAside(folder, place);
  for (const copy of copies) {
    const lite = await restored(place, copy).catch(() => undefined);
    if (lite === undefined) {
      await rm(place, { recursive: true, force: true });
      continue;
    }
    const made = (await stat(copy)).mtime.toISOString();
    const kept = aside === undefined ? '' : ` What was there is kept in ${aside}.`;
    const words = `The database was damaged (${why.slice(0, 160)}). The copy of ${made} was restored; PCs send again what came after it.${kept}`;
    say('database-restored', { words });
    return { lite, isRestored: true };
  }
  if (aside !== undefined) await rename(aside, place);
  throw new Error(`the database in ${place} is damaged (${why.slice(0, 160)}), and none of its copies can be read`);
}

const restored = async (place: string, copy: string): Promise<PGlite> =>
  openChecked(new PGlite(place, { loadDataDir: new Blob([await readFile(copy)]) }));

const leastRoom = 256 * 1024 * 1024;

/** A full disk looks like damage, and a copy would not fit either. */
async function demandRoom(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= leastRoom) return;
  throw new Error(`the database in ${folder} cannot be opened; the disk is full: free some space and start again`);
}

/** Answers where it is now; undefined where nothing was. */
async function putAside(folder: string, place: string): Promise<string | undefined> {
  const names = await readdir(folder);
  if (!names.includes('database')) return undefined;
  const before = names.filter((name) => name.startsWith('damaged-')).length;
  const aside = path.join(folder, `damaged-${before + 1}`);
  await rename(place, aside);
  return aside;
}

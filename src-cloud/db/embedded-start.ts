/** Starts the embedded database of a folder; where it is damaged, the newest copy that is whole takes its place. */
import { access, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { flushFolder, listCopies } from './copies.ts';
import type { Say } from './copying.ts';
import { DatabaseDamaged, openChecked } from './open-checked.ts';
import { isMarkedRestored, markRestored } from './restore-marker.ts';

/** `isRestored` until the marker is taken away. */
export type Started = { readonly lite: PGlite; readonly isRestored: boolean };

/** The folder beside the database that holds its copies. */
export const copiesOf = (folder: string): string => path.join(folder, 'copies');

/** Only real damage is answered with a copy; whatever else fails is said and leaves the folder as it is. */
export async function startWhole(folder: string, say: Say): Promise<Started> {
  const place = path.join(folder, 'database');
  const copies = await listCopies(copiesOf(folder));
  try {
    if (copies.length > 0) await demandFirstFile(place);
    return { lite: await openChecked(place), isRestored: await isMarkedRestored(folder) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (!(error instanceof DatabaseDamaged))
      throw new Error(`the database in ${place} cannot be opened (${why})`, { cause: error });
    if (copies.length === 0)
      throw new Error(`the database in ${place} is damaged (${why}) and has no copy`, { cause: error });
    return restore(folder, copies, { why, say });
  }
}

/** A folder without its first file would be filled with an empty database without a word. */
async function demandFirstFile(place: string): Promise<void> {
  await access(path.join(place, 'PG_VERSION')).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new DatabaseDamaged('its files are gone') : error;
  });
}

type Reason = { readonly why: string; readonly say: Say };

/** Nothing is deleted: once a copy is known to be whole, the damaged database is put aside under a name of its own. */
async function restore(folder: string, copies: readonly string[], { why, say }: Reason): Promise<Started> {
  await demandRoom(folder);
  const place = path.join(folder, 'database');
  const fresh = path.join(folder, 'restoring');
  const copy = await unpackFirstWhole(copies, fresh);
  if (copy === undefined)
    throw new Error(`the database in ${place} is damaged (${why}); none of its copies can be read`);
  await markRestored(folder);
  const aside = await putAside(folder, place);
  await rename(fresh, place);
  await flushFolder(folder);
  const lite = await openChecked(place);
  const made = (await stat(copy)).mtime.toISOString();
  const kept = aside === undefined ? '' : ` What was there is kept in ${aside}.`;
  const words = `The database was damaged (${why}). The copy of ${made} was restored; its PCs are asked to compare.${kept}`;
  say('database-restored', { words });
  return { lite, isRestored: true };
}

/** Answers the newest copy that could be unpacked and read to its end. */
async function unpackFirstWhole(copies: readonly string[], fresh: string): Promise<string | undefined> {
  for (const copy of copies) {
    await rm(fresh, { recursive: true, force: true });
    const lite = await openChecked(fresh, new Blob([await readFile(copy)])).catch(() => undefined);
    await lite?.close();
    if (lite !== undefined) return copy;
  }
  await rm(fresh, { recursive: true, force: true });
  return undefined;
}

const leastRoom = 256 * 1024 * 1024;

/** A copy that does not fit would look like one that cannot be read. */
async function demandRoom(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= leastRoom) return;
  throw new Error(`the database in ${folder} is damaged, and the disk too full for its copy: free some space`);
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

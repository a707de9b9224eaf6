/** Opens the embedded database of a folder and reads all of it; tells real damage from everything else that fails. */
import { PGlite } from '@electric-sql/pglite';

/** Files of the database are missing or hold what was never written: only a copy helps. */
export class DatabaseDamaged extends Error {
  override readonly name = 'DatabaseDamaged';
}

/** Reads every page of every table: each carries a checksum. Fails with DatabaseDamaged, or in PostgreSQL's words. */
export async function openChecked(place: string, content?: Blob): Promise<PGlite> {
  const heard = { last: '' };
  // PGlite itself only says that it aborted; PostgreSQL's last line has the code.
  const onStderr = (line: string): boolean => {
    if (/ (ERROR|FATAL|PANIC): /.test(line)) heard.last = line;
    return false;
  };
  const startParams = [...PGlite.defaultStartParams, '-c', 'log_error_verbosity=verbose'];
  const loaded = content === undefined ? {} : { loadDataDir: content };
  const lite = new PGlite({ dataDir: place, onStderr, startParams, ...loaded });
  try {
    await readAll(lite);
    return lite;
  } catch (error) {
    // One that never started cannot be closed.
    await lite.close().catch(() => undefined);
    throw worded(error, heard.last);
  }
}

async function readAll(lite: PGlite): Promise<void> {
  await lite.waitReady;
  const tables = await lite.query<{ name: string }>(
    `select format('%I', relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  for (const { name } of tables.rows) await lite.query(`select count(whole) from ${name} whole`);
}

/** Pages or indexes that are not what was written, files that are gone; two kinds of damage have no code of their own. */
const damage =
  /: {2}(XX001|XX002|58P01|\w{5}: incorrect checksum in control file|\w{5}: could not locate a valid checkpoint record)/;

function worded(error: unknown, last: string): Error {
  const said = / (?:ERROR|FATAL|PANIC): +(.*)$/.exec(last)?.[1];
  const words = (said ?? (error instanceof Error ? error.message : String(error))).slice(0, 160);
  return damage.test(last) ? new DatabaseDamaged(words) : new Error(words, { cause: error });
}

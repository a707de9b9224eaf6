/** T05: the files of a PC's data are damaged; it never starts silently with less, and its repair brings everything back. */
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Backend, createBackend } from '../../src-main/backend.ts';
import { checkDatabase } from '../../src-main/db/backup/check-database.ts';
import { recordTables } from '../../src-main/db/record-tables.ts';
import { chanceOf } from '../../src-shared/demo/chance.ts';
import { writeWorkfile } from '../support/backend-story.ts';
import { openBackendTrial, trialOptions } from '../support/backend-trial.ts';
import { freshFolder } from '../support/store.ts';
import { harms, indexHarms, logHarms } from './faults/harms.ts';
import { seedsOf, suiteOf } from './trust-run.ts';

const suite = suiteOf('T05', { few: 60, byName: 1_000 });
const place = freshFolder('damage');
const base = path.join(place.folder, 'base');
/** As a power cut leaves it: what was written last stands in the log alone. */
const uncut = path.join(place.folder, 'uncut');
const written = { rows: new Map<string, string>(), carried: new Map<string, string>() };

beforeAll(async () => {
  await buildKeeper();
  const trial = await openBackendTrial({ folder: base });
  for (const lines of [70, 40]) await writeWorkfile(trial, lines);
  carryOver(base);
  written.carried = rowsOf(fileIn(base));
  await writeWorkfile(trial, 20);
  fs.cpSync(base, uncut, { recursive: true });
  await trial.ask('backup.make', {});
  await trial.close();
  written.rows = rowsOf(fileIn(base));
});
afterAll(() => place.remove());

const fileIn = (folder: string): string => path.join(folder, 'shopfile.db');
const keeper = path.join(place.folder, 'keeper', 'keeper.cjs');

/** The thread that reads and copies starts as quickly as in the program: its source would be read anew for each job. */
async function buildKeeper(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: path.resolve(import.meta.dirname, '../../src-main/db/backup/keeper-worker.ts'),
      outDir: path.dirname(keeper),
      minify: false,
      rolldownOptions: {
        external: [/^node:/, 'better-sqlite3'],
        output: { format: 'cjs', entryFileNames: 'keeper.cjs', codeSplitting: false },
      },
    },
    ssr: { noExternal: ['zod', 'fractional-indexing'] },
  });
  const project = path.resolve(import.meta.dirname, '../..');
  fs.symlinkSync(path.join(project, 'node_modules'), path.join(path.dirname(keeper), 'node_modules'), 'dir');
}

function carryOver(folder: string): void {
  const database = new Database(fileIn(folder));
  database.pragma('wal_checkpoint(truncate)');
  database.close();
}

/** Every record with the hash of what was written. */
function rowsOf(file: string): Map<string, string> {
  const database = new Database(file, { readonly: true });
  try {
    const tables = Object.values(recordTables).map(({ name }) => name);
    const pairs = tables.flatMap((name) => database.prepare(`select id, hash from ${name}`).raw().all());
    return new Map(pairs as [string, string][]);
  } finally {
    database.close();
  }
}

const open = (folder: string): Promise<Backend> =>
  createBackend({
    ...trialOptions(folder),
    keeperWorker: keeper,
    restart: () => undefined,
    notify: () => undefined,
    log: () => 'ref',
  });

type Reply = { readonly ok: boolean; readonly value?: { readonly health?: { readonly faults: readonly string[] } } };

/** Whether the program says that something is wrong: at its start, or when it reads everything. */
async function isSaid(backend: Backend): Promise<boolean> {
  if (!((await backend.ask('session.state', {})) as Reply).ok) return true;
  const { value } = (await backend.ask('pc.check', {})) as Reply;
  if (value?.health === undefined) throw new Error('the data cannot be checked: was a new database begun?');
  return value.health.faults.length > 0;
}

/** Repairs it, with the newest backup where nothing can be read. */
async function repair(backend: Backend, folder: string): Promise<'repaired' | 'restored from a backup'> {
  if ((await backend.ask('repair.run', { backup: null })).ok) return 'repaired';
  const [backup = ''] = fs.readdirSync(path.join(folder, 'backups')).filter((name) => name.endsWith('.db'));
  expect(await backend.ask('repair.run', { backup })).toMatchObject({ ok: true });
  return 'restored from a backup';
}

/** Starts once more and reads everything. */
async function expectSound(folder: string, name: string): Promise<void> {
  const after = await open(folder);
  expect(await after.ask('session.state', {})).toMatchObject({ ok: true });
  await after.close();
  const database = new Database(fileIn(folder));
  expect(checkDatabase(database).faults, `${name}: in the end`).toEqual([]);
  database.close();
}

type Run = { readonly name: string; readonly seed: number; readonly from: string };

async function damaged({ name, seed, from }: Run): Promise<string> {
  const folder = path.join(place.folder, `run-${seed}`);
  fs.cpSync(from, folder, { recursive: true });
  ({ ...harms, ...logHarms, ...indexHarms })[name]?.(fileIn(folder), chanceOf(seed));
  const backend = await open(folder);
  const said = await isSaid(backend);
  suite.add('damaged files', 1);
  suite.add(said ? 'found' : 'without harm to a record', 1);
  if (said) suite.add(await repair(backend, folder), 1);
  await backend.close();
  await expectSound(folder, name);
  return folder;
}

async function expectMended(name: string, seed: number): Promise<void> {
  const isLog = Object.hasOwn(logHarms, name);
  const isIndex = Object.hasOwn(indexHarms, name);
  const folder = await damaged({ name, seed, from: isLog || isIndex ? uncut : base });
  const rows = rowsOf(fileIn(folder));
  if (isLog) expectBeginning(name, rows);
  else {
    const lost = [...written.rows].filter(([id, hash]) => rows.get(id) !== hash).map(([id]) => id);
    expect(lost, `${name}: records that are not as they were`).toEqual([]);
  }
  fs.rmSync(folder, { recursive: true, force: true });
}

/** What was carried into the database is there, and of the log only whole writes. */
function expectBeginning(name: string, rows: ReadonlyMap<string, string>): void {
  const gone = [...written.carried.keys()].filter((id) => !rows.has(id));
  expect(gone, `${name}: records that were in the database`).toEqual([]);
  const foreign = [...rows.keys()].filter((id) => !written.rows.has(id));
  expect(foreign, `${name}: records that nobody wrote`).toEqual([]);
}

test(`of ${suite.count} damaged files none is opened silently with less, and each is whole after its repair`, async () => {
  const names = [...Object.keys(harms), ...Object.keys(logHarms), ...Object.keys(indexHarms)];
  for (const seed of seedsOf(suite)) {
    const name = names[seed % names.length] ?? '';
    await suite.seeded(seed, () => expectMended(name, seed));
    expect(suite.figure('damaged files')).toBeGreaterThan(0);
  }
});

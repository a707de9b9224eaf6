/** T05: the file of a PC is damaged; it never starts silently with less, and its repair brings everything back. */
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Backend, createBackend } from '../../src-main/backend.ts';
import { recordTables } from '../../src-main/db/record-tables.ts';
import { chanceOf } from '../../src-shared/demo/chance.ts';
import { writeWorkfile } from '../support/backend-story.ts';
import { openBackendTrial, trialOptions } from '../support/backend-trial.ts';
import { freshFolder } from '../support/store.ts';
import { harms } from './faults/harms.ts';
import { seedsOf, suiteOf } from './trust-run.ts';

const suite = suiteOf('T05', { few: 8, byName: 1_000 });
const place = freshFolder('damage');
const base = path.join(place.folder, 'base');
const written = { rows: new Map<string, string>() };

beforeAll(async () => {
  const trial = await openBackendTrial({ folder: base });
  for (const lines of [70, 40]) await writeWorkfile(trial, lines);
  await trial.ask('backup.make', {});
  await trial.close();
  written.rows = rowsOf(path.join(base, 'shopfile.db'));
});
afterAll(() => place.remove());

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
  createBackend({ ...trialOptions(folder), restart: () => undefined, notify: () => undefined, log: () => 'ref' });

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

async function expectMended(name: string, seed: number): Promise<void> {
  const folder = path.join(place.folder, `run-${seed}`);
  fs.cpSync(base, folder, { recursive: true });
  const file = path.join(folder, 'shopfile.db');
  harms[name]?.(file, chanceOf(seed));
  const backend = await open(folder);
  const said = await isSaid(backend);
  suite.add('damaged files', 1);
  suite.add(said ? 'found' : 'without harm to a record', 1);
  if (said) suite.add(await repair(backend, folder), 1);
  await backend.close();
  const after = await open(folder);
  expect(await isSaid(after), `${name}: after the repair`).toBe(false);
  await after.close();
  const rows = rowsOf(file);
  const lost = [...written.rows].filter(([id, hash]) => rows.get(id) !== hash).map(([id]) => id);
  expect(lost, `${name}: records that are not as they were`).toEqual([]);
  fs.rmSync(folder, { recursive: true, force: true });
}

test(`of ${suite.count} damaged files none is opened silently with less, and each is whole after its repair`, async () => {
  const names = Object.keys(harms);
  for (const seed of seedsOf(suite)) {
    const name = names[seed % names.length] ?? '';
    await suite.seeded(seed, () => expectMended(name, seed));
    expect(suite.figure('damaged files')).toBeGreaterThan(0);
  }
});

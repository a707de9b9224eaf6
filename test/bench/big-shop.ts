/** The database of a big shop, made once through the PC's own pull and kept in the cache folder for later runs. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { applyPulled, type PulledChange } from '../../src-main/db/pulled.ts';
import { type DeviceId, editIdOf } from '../../src-shared/base/ids.ts';
import { demoWorkfiles, type NewRecord } from '../../src-shared/demo/demo-shop.ts';
import { wholeRecord } from '../../src-shared/sync/protocol.ts';
import { openStoreIn, signInWithoutCloud } from '../support/desktop-signed-in.ts';

const projectFolder = path.resolve(import.meta.dirname, '../..');
const migrationsDir = path.join(projectFolder, 'migrations/local');
const seed = 20261121;
const from = Date.UTC(2026, 10, 21, 12);
const maxLines = 5;
const slice = 20_000;

export type BigShop = { readonly dataDir: string; readonly megabytes: number };

/** A data folder with that many workfiles and somebody signed in, to be copied before use. */
export async function bigShop(count: number): Promise<BigShop> {
  const cache = path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'shopfile-bench');
  const dataDir = path.join(cache, `workfiles-${count}-${fingerprint()}`);
  if (!existsSync(dataDir)) await make(count, cache, dataDir);
  return { dataDir, megabytes: Math.round(statSync(path.join(dataDir, 'shopfile.db')).size / 2 ** 20) };
}

async function make(count: number, cache: string, dataDir: string): Promise<void> {
  console.log(`Making a database of ${count.toLocaleString('en-US')} workfiles, once…`);
  const began = performance.now();
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(path.join(cache, 'work-'));
  const store = await openStoreIn(work);
  signInWithoutCloud(store);
  for (const changes of slices(count)) {
    applyPulled(store, changes, { cursor: changes.at(-1)?.seq ?? 0, epoch: 'bench', mark: '' }, from);
  }
  store.connection.exec('analyze');
  store.close();
  renameSync(work, dataDir);
  console.log(`  made in ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

/** The records of the demo shop as the cloud would send them. */
function* slices(count: number): Generator<readonly PulledChange[]> {
  const device = '0000000000' as DeviceId;
  let seq = 0;
  let changes: PulledChange[] = [];
  for (const workfile of demoWorkfiles({ seed, count, from, maxLines })) {
    const at = openedAt(workfile);
    for (const { kind, id, value } of workfile) {
      seq += 1;
      const edit = editIdOf(device, seq);
      changes.push({ seq, edit, kind, id, group: wholeRecord, value, base: null, by: 'Demo', at });
    }
    if (changes.length < slice) continue;
    yield changes;
    changes = [];
  }
  if (changes.length > 0) yield changes;
}

const openedAt = ([first]: readonly NewRecord[]): number => (first?.kind === 'workfile' ? first.value.opened.at : from);

/** Another schema or another generator makes another database. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const demo = path.join(projectFolder, 'src-shared/demo');
  for (const folder of [migrationsDir, demo]) {
    for (const file of readdirSync(folder).sort()) hash.update(readFileSync(path.join(folder, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

/** T03: the disk runs full in the middle of whatever is done; nothing is lost, it is said in words, and it goes on by itself. */
import { execFile, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import type { FlowReport } from './faults/full-disk-child.ts';
import { seedsOf, suiteOf } from './trust-run.ts';

const suite = suiteOf('T03', { few: 12, byName: 120 });
const disk = fs.mkdtempSync(path.join(os.tmpdir(), 'shopfile-small-disk-'));
afterAll(() => fs.rmSync(disk, { recursive: true, force: true }));

const flows = ['save', 'backup', 'photo', 'migration', 'draft', 'log'] as const;
const megabytes = [16, 64] as const;
const child = path.join(import.meta.dirname, 'faults/full-disk-child.ts');

/** The small disk is seen by the child alone, and is gone with it. */
async function onDisk(size: number, runs: readonly { readonly flow: string; readonly seed: number }[]) {
  const script = 'mount -t tmpfs -o size="$0" tmpfs "$1" && shift && exec "$@"';
  const args = [`${size}m`, disk, process.execPath, child, JSON.stringify({ disk, runs })];
  const { stdout } = await promisify(execFile)('unshare', ['-Urm', 'sh', '-c', script, ...args]);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as FlowReport);
}

/** A small disk needs a name space of its own, which some containers do not give. */
const hasSmallDisks = spawnSync('unshare', ['-Urm', 'true']).status === 0;

test.skipIf(!hasSmallDisks).each(megabytes)(
  'on a disk of %i MB nothing that was saved is lost, and all goes on once there is room',
  async (size) => {
    const runs = seedsOf(suite)
      .filter((seed) => seed % megabytes.length === megabytes.indexOf(size))
      .map((seed) => ({ flow: flows[Math.floor(seed / megabytes.length) % flows.length] ?? 'save', seed }));
    const reports = await onDisk(size, runs);
    expect(reports).toHaveLength(runs.length);
    for (const { flow, seed, saves, wrong } of reports) {
      suite.add('full disks', 1);
      suite.add('acknowledged saves', saves);
      await suite.seeded(seed, async () => expect({ flow, wrong }).toEqual({ flow, wrong: [] }));
    }
  },
);

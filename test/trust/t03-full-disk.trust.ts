/** T03: the disk runs full in the middle of whatever is done; nothing is lost, it is said in words, and it goes on by itself. */
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import type { FlowReport } from './faults/full-disk-child.ts';
import { ownMounts } from './own-mounts.ts';
import { seedsOf, suiteOf } from './trust-run.ts';

const suite = suiteOf('T03', { few: 12, byName: 120 });
const disk = fs.mkdtempSync(path.join(os.tmpdir(), 'shopfile-small-disk-'));
afterAll(() => fs.rmSync(disk, { recursive: true, force: true }));

const flows = ['save', 'backup', 'photo', 'migration', 'draft', 'log'] as const;
const megabytes = [16, 64] as const;
const child = path.join(import.meta.dirname, 'faults/full-disk-child.ts');

type Trial = {
  readonly mounts: readonly string[];
  readonly size: number;
  readonly runs: readonly { readonly flow: string; readonly seed: number }[];
};

/** The small disk is seen by the child alone, and is gone with it. */
async function onDisk({ mounts, size, runs }: Trial) {
  const script = 'mount -t tmpfs -o size="$0" tmpfs "$1" && shift && exec "$@"';
  const args = [`${size}m`, disk, process.execPath, child, JSON.stringify({ disk, runs })];
  const { stdout } = await promisify(execFile)('unshare', [...mounts, 'sh', '-c', script, ...args]);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as FlowReport);
}

test.for(megabytes)(
  'on a disk of %i MB nothing that was saved is lost, and all goes on once there is room',
  async (size, { skip }) => {
    const mounts = ownMounts(skip);
    const runs = seedsOf(suite)
      .filter((seed) => seed % megabytes.length === megabytes.indexOf(size))
      .map((seed) => ({ flow: flows[Math.floor(seed / megabytes.length) % flows.length] ?? 'save', seed }));
    const reports = await onDisk({ mounts, size, runs });
    expect(reports).toHaveLength(runs.length);
    for (const { flow, seed, saves, wrong } of reports) {
      suite.add('full disks', 1);
      suite.add('acknowledged saves', saves);
      await suite.seeded(seed, async () => expect({ flow, wrong }).toEqual({ flow, wrong: [] }));
    }
  },
);

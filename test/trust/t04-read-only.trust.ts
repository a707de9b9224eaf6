/** T04: what can only be read is said as that, with everything as it was; what does not need it goes on. */
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import type { ReadOnlyReport } from './faults/read-only-child.ts';
import { ownMounts } from './own-mounts.ts';
import { suiteOf } from './trust-run.ts';

const suite = suiteOf('T04', { few: 1, byName: 1 });
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'shopfile-read-only-'));
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));
const child = path.join(import.meta.dirname, 'faults/read-only-child.ts');

const unwritable = { kind: 'unavailable', what: 'data-folder' };

test('a read-only folder or file is named as the trouble, and nothing is changed', async ({ skip }) => {
  const mounts = ownMounts(skip);
  const { stdout } = await promisify(execFile)('unshare', [...mounts, process.execPath, child, root]);
  const reports = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ReadOnlyReport);
  suite.add('read-only places', reports.length);
  expect(reports).toEqual(
    ['data', 'data/shopfile.db', 'data/backups', 'data/photos', ''].map((place) => ({
      place,
      told: unwritable,
      wrong: [],
    })),
  );
});

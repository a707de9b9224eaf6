/** T04: what can only be read is said as that, with everything as it was; what does not need it goes on. */
import { execFile, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import type { ReadOnlyReport } from './faults/read-only-child.ts';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'shopfile-read-only-'));
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));
const child = path.join(import.meta.dirname, 'faults/read-only-child.ts');

/** Protecting a folder from root needs a name space of its own, which some containers do not give. */
const hasNameSpaces = spawnSync('unshare', ['-Urm', 'true']).status === 0;
const unwritable = { kind: 'unavailable', what: 'data-folder' };

test.skipIf(!hasNameSpaces)('a read-only folder or file is named as the trouble, and nothing is changed', async () => {
  const { stdout } = await promisify(execFile)('unshare', ['-Urm', process.execPath, child, root]);
  const reports = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ReadOnlyReport);
  expect(reports).toEqual(
    ['data', 'data/shopfile.db', 'data/backups', 'data/photos', ''].map((place) => ({
      place,
      told: unwritable,
      wrong: [],
    })),
  );
});

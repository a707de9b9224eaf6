/** T04: files are held by other programs, the disk is full or fails: it is waited for, or said in words, and nothing is lost. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { LineId } from '../../src-shared/base/ids.ts';
import { writeWorkfile } from '../support/backend-story.ts';
import { openBackendTrial } from '../support/backend-trial.ts';
import { until } from '../support/desktop.ts';
import type { TroubleReport } from './faults/trouble-report.ts';
import { seedsOf, suiteOf } from './trust-run.ts';

const suite = suiteOf('T04', { few: 48, byName: 6_000 });
const [preload, child] = ['failing-files.ts', 'trouble-child.ts'].map((name) =>
  path.join(import.meta.dirname, 'faults', name),
);
/** So many runs of one process. */
const atOnce = 60;

async function played(seeds: readonly number[]): Promise<readonly TroubleReport[]> {
  const args = ['--import', preload ?? '', child ?? '', JSON.stringify(seeds)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as TroubleReport);
}

test('a file that is held for a moment is waited for; any other trouble is told as what it is, and passes', async () => {
  const seeds = seedsOf(suite);
  for (let at = 0; at < seeds.length; at += atOnce) {
    const some = seeds.slice(at, at + atOnce);
    const reports = await played(some);
    expect(reports).toHaveLength(some.length);
    for (const { flow, seed, met, told, wrong } of reports) {
      suite.add('flows', 1);
      suite.add('faults met', met === '' ? 0 : 1);
      suite.add('told in words', told === null ? 0 : 1);
      await suite.seeded(seed, async () => expect({ flow, met, wrong }).toEqual({ flow, met, wrong: [] }));
    }
  }
  expect(suite.figure('faults met')).toBeGreaterThan(0);
});

test('a data file that another program holds is waited for, and said after five seconds; then it goes on by itself', async () => {
  const trial = await openBackendTrial();
  const { lines } = await writeWorkfile(trial, 1);
  const other = new Database(path.join(trial.folder, 'shopfile.db'));
  const type = (description: string) =>
    trial.reply('line.change', { lineId: lines[0]?.id as LineId, group: 'text', value: { description } });
  other.exec('begin immediate');
  const from = performance.now();
  expect(await type('held')).toMatchObject({ ok: false, failure: { kind: 'unavailable', what: 'database-busy' } });
  expect(performance.now() - from).toBeGreaterThan(4_500);
  expect(await trial.ask('disk.read', {})).toMatchObject({ what: 'database-busy' });
  other.exec('rollback');
  other.close();
  await until('the data can be written again', async () => (await trial.ask('disk.read', {})) === null);
  expect(await type('free again')).toMatchObject({ ok: true });
  suite.add('held databases', 1);
  await trial.close();
});

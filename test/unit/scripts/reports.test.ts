/** The last line of `npm test` must not call a broken run a good one. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

type Count = { readonly passed: number; readonly failed: number };

const script = path.resolve(import.meta.dirname, '../../../scripts/reports.mjs');
const { countOf } = (await import(script)) as { readonly countOf: (report: string, succeeded: boolean) => Count };

const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-reports-'));

function counted(report: object, succeeded: boolean): Count {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return countOf(file, succeeded);
}

const vitest = { numPassedTests: 3, numFailedTests: 0, testResults: [{ status: 'passed', assertionResults: [] }] };
const playwright = { stats: { expected: 2, unexpected: 0, flaky: 0 }, errors: [] };

test('a missing report is a failure', () => {
  expect(countOf(path.join(folder, 'none.json'), true)).toEqual({ passed: 0, failed: 1 });
});

test('a good run counts its tests', () => {
  expect(counted(vitest, true)).toEqual({ passed: 3, failed: 0 });
  expect(counted(playwright, true)).toEqual({ passed: 2, failed: 0 });
});

test('a run whose program failed is a failure even when its report is clean', () => {
  expect(counted(vitest, false)).toEqual({ passed: 3, failed: 1 });
  expect(counted(playwright, false)).toEqual({ passed: 2, failed: 1 });
});

test('a run of no test is a failure', () => {
  expect(counted({ ...vitest, numPassedTests: 0 }, true)).toEqual({ passed: 0, failed: 1 });
});

test('a file that could not be loaded is a failure', () => {
  const broken = { ...vitest, testResults: [{ status: 'failed', assertionResults: [] }] };
  expect(counted(broken, false)).toEqual({ passed: 3, failed: 1 });
});

test('a test that passed only at the second try is a failure', () => {
  expect(counted({ ...playwright, stats: { expected: 1, unexpected: 0, flaky: 1 } }, true)).toEqual({
    passed: 1,
    failed: 1,
  });
});

/** The last lines of `npm test` must not call a broken run a good one, and name what broke. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

type Outcome = { readonly passed: number; readonly failures: readonly string[]; readonly shaky: readonly string[] };

const script = path.resolve(import.meta.dirname, '../../../scripts/reports.mjs');
const { outcomeOf } = (await import(script)) as {
  readonly outcomeOf: (report: string, succeeded: boolean) => Outcome;
};

const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-reports-'));

function outcome(report: object, succeeded: boolean): Outcome {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return outcomeOf(file, succeeded);
}

const vitest = { numPassedTests: 3, testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults: [] }] };
const playwright = { stats: { expected: 2, unexpected: 0, flaky: 0 }, errors: [] };

/** The report of Playwright with one test that came out so. */
function ended(status: string) {
  const error = { message: 'Expected \u001b[32m20.00\u001b[39m\n  met 25.00' };
  const tests = [{ status, results: [{ error, annotations: [{ type: 'seen', description: 'focus on body' }] }, {}] }];
  return { ...playwright, suites: [{ suites: [{ specs: [{ file: 'a.spec.ts', title: 'adds up', tests }] }] }] };
}

test('a missing report is a failure', () => {
  expect(outcomeOf(path.join(folder, 'none.json'), true)).toEqual({
    passed: 0,
    failures: ['left no report'],
    shaky: [],
  });
});

test('a good run counts its tests', () => {
  expect(outcome(vitest, true)).toEqual({ passed: 3, failures: [], shaky: [] });
  expect(outcome(ended('expected'), true)).toEqual({ passed: 2, failures: [], shaky: [] });
});

test('a run whose program failed is a failure even when its report is clean', () => {
  expect(outcome(vitest, false)).toEqual({
    passed: 3,
    failures: ['failed outside of its tests'],
    shaky: [],
  });
  expect(outcome(playwright, false)).toEqual({
    passed: 2,
    failures: ['failed outside of its tests'],
    shaky: [],
  });
});

test('a run of no test is a failure', () => {
  expect(outcome({ ...vitest, numPassedTests: 0 }, true)).toEqual({ passed: 0, failures: ['ran no test'], shaky: [] });
});

test('a failed test is named with its file and its reason', () => {
  const failed = { fullName: 'adds up', status: 'failed', failureMessages: ['Expected 20.00\n  met 25.00'] };
  const report = { ...vitest, testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults: [failed] }] };
  expect(outcome(report, false).failures).toEqual(['a.test.ts: adds up: Expected 20.00 met 25.00']);
  expect(outcome(ended('unexpected'), false).failures).toEqual([
    'a.spec.ts: adds up: Expected 20.00 met 25.00 [focus on body]',
  ]);
});

test('a file that could not be loaded is a failure', () => {
  const broken = { name: 'a.test.ts', status: 'failed', message: 'no such module', assertionResults: [] };
  expect(outcome({ ...vitest, testResults: [broken] }, false)).toEqual({
    passed: 3,
    failures: ['a.test.ts: failed outside of its tests: no such module'],
    shaky: [],
  });
});

test('a test that passed only at the second try counts as passed, and is named with what was wrong at first', () => {
  const flaky = { ...ended('flaky'), stats: { expected: 2, unexpected: 0, flaky: 1 } };
  expect(outcome(flaky, true)).toEqual({
    passed: 3,
    failures: [],
    shaky: ['a.spec.ts: adds up: Expected 20.00 met 25.00 [focus on body]'],
  });
});

/** Reads what the test runners report. A run that left no report, or ran nothing, counts as one failure. */
import fs from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const longestReason = 300;
const outside = 'failed outside of its tests';

/**
 * Answers how many tests passed, a line for each failure and one for each test that passed only at its second try,
 * given the report of one run and whether its program said all was well.
 */
export function outcomeOf(report, succeeded) {
  if (!fs.existsSync(report)) return { passed: 0, failures: ['left no report'], shaky: [] };
  const read = JSON.parse(fs.readFileSync(report, 'utf8'));
  const outcome = read.stats ? playwrightOutcome(read) : vitestOutcome(read);
  const silent = outcome.failures.length === 0 && (!succeeded || outcome.passed === 0);
  if (!silent) return outcome;
  return { ...outcome, failures: [succeeded ? 'ran no test' : outside] };
}

function playwrightOutcome({ stats, errors, suites = [] }) {
  const tests = suites
    .flatMap(specsOf)
    .flatMap(({ file, title, tests }) => tests.map((one) => ({ file, title, ...one })));
  const named = (wanted) => tests.filter(({ status }) => status === wanted).map(firstTrouble);
  return {
    passed: stats.expected + stats.flaky,
    failures: [...named('unexpected'), ...errors.map(({ message }) => reason(message))],
    shaky: named('flaky'),
  };
}

/** A test with the reason of its first failed try, and what the windows showed then. */
function firstTrouble({ file, title, results }) {
  const failed = results.find(({ error }) => error);
  const seen = (failed?.annotations ?? []).map(({ description }) => ` [${description}]`);
  return line(file, title, failed?.error.message) + seen.join('');
}

const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];

/** A file that could not even be loaded has no failed test of its own, and still failed. */
function vitestOutcome({ numPassedTests, testResults }) {
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [line(name, outside, message)];
    return failed.map(({ fullName, failureMessages }) => line(name, fullName, failureMessages[0]));
  });
  return { passed: numPassedTests, failures, shaky: [] };
}

const line = (file, title, message) => `${file}: ${title}: ${reason(message)}`;

/** A message as one short line. */
export const reason = (message = 'no reason given') =>
  stripVTControlCharacters(message).replaceAll(/\s+/g, ' ').slice(0, longestReason);

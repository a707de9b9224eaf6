/** Reads what the test runners report. A run that left no report, or ran nothing, counts as one failure. */
import fs from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const longestReason = 300;
const outside = 'failed outside of its tests';

/** Answers how many tests passed and a line for each failure of one run, given its report and whether its program said all was well. */
export function outcomeOf(report, succeeded) {
  if (!fs.existsSync(report)) return { passed: 0, failures: ['left no report'] };
  const read = JSON.parse(fs.readFileSync(report, 'utf8'));
  const outcome = read.stats ? playwrightOutcome(read) : vitestOutcome(read);
  const silent = outcome.failures.length === 0 && (!succeeded || outcome.passed === 0);
  if (!silent) return outcome;
  return { ...outcome, failures: [succeeded ? 'ran no test' : outside] };
}

function playwrightOutcome({ stats, errors, suites = [] }) {
  const failed = suites
    .flatMap(specsOf)
    .flatMap(({ file, title, tests }) =>
      tests
        .filter(({ status }) => status === 'unexpected' || status === 'flaky')
        .map(({ results }) => line(file, title, results.find(({ error }) => error)?.error.message)),
    );
  return { passed: stats.expected, failures: [...failed, ...errors.map(({ message }) => reason(message))] };
}

const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];

/** A file that could not even be loaded has no failed test of its own, and still failed. */
function vitestOutcome({ numPassedTests, testResults }) {
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [line(name, outside, message)];
    return failed.map(({ fullName, failureMessages }) => line(name, fullName, failureMessages[0]));
  });
  return { passed: numPassedTests, failures };
}

const line = (file, title, message) => `${file}: ${title}: ${reason(message)}`;

/** A message as one short line. */
export const reason = (message = 'no reason given') =>
  stripVTControlCharacters(message).replaceAll(/\s+/g, ' ').slice(0, longestReason);

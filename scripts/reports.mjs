/** Adds up what the test runners report. A run that left no report, or ran nothing, counts as one failure. */
import fs from 'node:fs';

/** Answers `{ passed, failed }` of one run, given its report and whether its program said all was well. */
export function countOf(report, succeeded) {
  if (!fs.existsSync(report)) return { passed: 0, failed: 1 };
  const read = JSON.parse(fs.readFileSync(report, 'utf8'));
  const counts = read.stats ? playwrightCounts(read) : vitestCounts(read);
  const silent = counts.failed === 0 && (!succeeded || counts.passed === 0);
  return silent ? { ...counts, failed: 1 } : counts;
}

const playwrightCounts = ({ stats, errors }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + errors.length,
});

/** A file that could not even be loaded has no failed test of its own, and still failed. */
function vitestCounts({ numPassedTests, numFailedTests, testResults }) {
  const hasFailedTest = (file) => file.assertionResults.some((one) => one.status === 'failed');
  const broken = testResults.filter((file) => file.status === 'failed' && !hasFailedTest(file));
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

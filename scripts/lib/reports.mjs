import { existsSync, readFileSync } from 'node:fs';

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** What Jest's JSON report counts; a suite that could not run is one failure. */
export function jestCounts(file) {
  const report = read(file);
  if (!report) {
    return undefined;
  }
  const brokenSuites = report.testResults.filter(
    suite =>
      suite.status === 'failed' &&
      !suite.assertionResults.some(({ status }) => status === 'failed'),
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenSuites,
  };
}

/** What Playwright's JSON report counts; an error outside of a test is one failure. */
export function playwrightCounts(file) {
  const report = read(file);
  if (!report) {
    return undefined;
  }
  return {
    passed: report.stats.expected,
    failed: report.stats.unexpected + report.stats.flaky + report.errors.length,
  };
}

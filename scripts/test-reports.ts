import { existsSync, readFileSync } from "node:fs";

/** How many checks passed, failed and were skipped, and the names of those that failed. */
export type Count = {
  passed: number;
  failed: number;
  skipped: number;
  failures?: readonly string[];
};

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { assertionResults: { status: string; fullName: string }[]; message: string }[];
};

type PlaywrightSuite = {
  title: string;
  suites?: PlaywrightSuite[];
  specs: { title: string; ok: boolean; file: string }[];
};

type PlaywrightReport = {
  suites: PlaywrightSuite[];
  stats: { expected: number; flaky: number; unexpected: number; skipped: number };
};

function readJson<Report>(path: string): Report | undefined {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

/** The counts of Vitest's JSON report, or undefined if it wrote none. */
export function readVitestReport(path: string): Count | undefined {
  const report = readJson<VitestReport>(path);
  return (
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
      failures: report.testResults
        .flatMap(({ assertionResults }) => assertionResults)
        .filter(({ status }) => status === "failed")
        .map(({ fullName }) => fullName),
    }
  );
}

function failedSpecs({ suites = [], specs }: PlaywrightSuite): string[] {
  const failed = specs.filter(({ ok }) => !ok).map(({ file, title }) => `${file}: ${title}`);
  return [...failed, ...suites.flatMap(failedSpecs)];
}

/** The counts of Playwright's JSON report, or undefined if it wrote none. A flaky test has passed in the end. */
export function readPlaywrightReport(path: string): Count | undefined {
  const report = readJson<PlaywrightReport>(path);
  return (
    report && {
      passed: report.stats.expected + report.stats.flaky,
      failed: report.stats.unexpected,
      skipped: report.stats.skipped,
      failures: report.suites.flatMap(failedSpecs),
    }
  );
}

/** The counts that one of our own runners wrote, or undefined if it wrote none. */
export const readCount = (path: string) => readJson<Count>(path);

/** A test runner's counts, with one failure if it exited with an error but reported none. */
export function countsOf(code: number, report: Count | undefined): Count {
  const count = report ?? { passed: 0, failed: 0, skipped: 0 };
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

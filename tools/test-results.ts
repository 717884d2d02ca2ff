import { existsSync, readFileSync } from 'node:fs'

export type Results = { passed: number; failed: number }

type UnitReport = {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

type JourneyReport = { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] }

/** Reads Vitest's report. A file that could not run has no tests to count, and counts as one failure. */
export function readUnitResults(file: string, exitCode: number): Results {
  const report = readReport<UnitReport>(file)
  if (!report) return { passed: 0, failed: 1 }
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some(test => test.status === 'failed'),
  )
  return withVerdict({ passed: report.numPassedTests, failed: report.numFailedTests + broken.length }, exitCode)
}

/** Reads Playwright's report. */
export function readJourneyResults(file: string, exitCode: number): Results {
  const report = readReport<JourneyReport>(file)
  if (!report) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky } = report.stats
  return withVerdict({ passed: expected, failed: unexpected + flaky + report.errors.length }, exitCode)
}

/** A runner may fail for a reason that belongs to no test. */
function withVerdict({ passed, failed }: Results, exitCode: number): Results {
  return { passed, failed: exitCode === 0 ? failed : Math.max(failed, 1) }
}

function readReport<T>(file: string): T | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

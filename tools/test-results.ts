import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

export type FileTime = { path: string; seconds: number }
export type Results = { passed: number; failed: number; files: FileTime[] }

/** The report of a runner, and how the runner ended. */
export type Written = { file: string; exitCode: number }

type UnitReport = {
  numPassedTests: number
  numFailedTests: number
  testResults: {
    name: string
    status: string
    startTime: number
    endTime: number
    assertionResults: { status: string }[]
  }[]
}

type Suite = {
  file: string
  specs: { tests: { results: { duration: number }[] }[] }[]
  suites?: Suite[]
}

type JourneyReport = {
  stats: { expected: number; unexpected: number; flaky: number }
  errors: unknown[]
  suites: Suite[]
}

const root = join(import.meta.dirname, '..')

/** What Vitest wrote. A file that could not be run at all has no tests to count, and counts as one that failed. */
export function readUnitResults({ file, exitCode }: Written): Results {
  const report = readReport<UnitReport>(file)
  if (!report) return { passed: 0, failed: 1, files: [] }
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some(test => test.status === 'failed'),
  )
  const files = report.testResults.map(({ name, startTime, endTime }) => {
    return { path: relative(root, name), seconds: (endTime - startTime) / 1000 }
  })
  return withVerdict({ passed: report.numPassedTests, failed: report.numFailedTests + broken.length, files }, exitCode)
}

/** What Playwright wrote. */
export function readJourneyResults({ file, exitCode }: Written): Results {
  const report = readReport<JourneyReport>(file)
  if (!report) return { passed: 0, failed: 1, files: [] }
  const { expected, unexpected, flaky } = report.stats
  const files = report.suites.map(suite => {
    return { path: join('tests/journeys', suite.file), seconds: sumOf(suite) / 1000 }
  })
  return withVerdict({ passed: expected, failed: unexpected + flaky + report.errors.length, files }, exitCode)
}

export function listSlowest(results: readonly Results[], count: number): FileTime[] {
  return results
    .flatMap(({ files }) => files)
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, count)
}

function sumOf({ specs, suites = [] }: Suite): number {
  const own = specs.flatMap(({ tests }) => tests.flatMap(({ results }) => results.map(({ duration }) => duration)))
  return [...own, ...suites.map(sumOf)].reduce((sum, milliseconds) => sum + milliseconds, 0)
}

/** A runner may fail for something that belongs to no test. */
function withVerdict(results: Results, exitCode: number): Results {
  return { ...results, failed: exitCode === 0 ? results.failed : Math.max(results.failed, 1) }
}

function readReport<T>(file: string): T | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

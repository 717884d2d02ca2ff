import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listSlowest, readJourneyResults, readUnitResults } from './test-results.ts'

function write(report: object): string {
  const file = join(mkdtempSync(join(tmpdir(), 'fieldkey-report-')), 'report.json')
  writeFileSync(file, JSON.stringify(report))
  return file
}

const root = join(import.meta.dirname, '..')
const unitFile = (name: string, seconds: number, status = 'passed') => ({
  name: join(root, name),
  status,
  startTime: 1000,
  endTime: 1000 + seconds * 1000,
  assertionResults: [],
})
const units = { numPassedTests: 7, numFailedTests: 0, testResults: [unitFile('server/a.test.ts', 2)] }
const lasting = (duration: number) => ({ tests: [{ results: [{ duration }] }] })
const journeys = {
  stats: { expected: 3, unexpected: 0, flaky: 0 },
  errors: [],
  suites: [{ file: 'b.spec.ts', specs: [lasting(1000), lasting(500)], suites: [{ specs: [lasting(1500)] }] }],
}

test('the slowest files of both parts are listed in order, with the tests of nested groups', () => {
  const unit = readUnitResults({ file: write(units), exitCode: 0 })
  const journey = readJourneyResults({ file: write(journeys), exitCode: 0 })
  expect([unit.passed, journey.passed]).toEqual([7, 3])
  expect(listSlowest([unit, journey], 10)).toEqual([
    { path: 'tests/journeys/b.spec.ts', seconds: 3 },
    { path: 'server/a.test.ts', seconds: 2 },
  ])
  expect(listSlowest([unit, journey], 1)).toHaveLength(1)
})

test('a runner that fails outside of its tests, or writes no report, counts as one failure', () => {
  expect(readUnitResults({ file: write(units), exitCode: 1 }).failed).toBe(1)
  expect(readJourneyResults({ file: write(journeys), exitCode: 1 }).failed).toBe(1)
  expect(readUnitResults({ file: join(root, 'no-report.json'), exitCode: 0 }).failed).toBe(1)
  const broken = { ...units, testResults: [unitFile('server/a.test.ts', 2, 'failed')] }
  expect(readUnitResults({ file: write(broken), exitCode: 1 }).failed).toBe(1)
})

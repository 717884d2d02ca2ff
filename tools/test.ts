/**
 * Runs every test, those in a browser too, and ends with one line that counts both: `N passed, N failed`. With `--seed N`
 * files and tests run in a random order that the number repeats.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from './build.ts'
import { provideBrowser } from './provide-browser.ts'
import { interrupted, runProgram } from './run-program.ts'
import { listSlowest, type Results, readJourneyResults, readUnitResults } from './test-results.ts'

const root = join(import.meta.dirname, '..')

type Run = { folder: string; seed: number | undefined }

async function runUnits({ folder, seed }: Run): Promise<Results> {
  const file = join(folder, 'unit.json')
  const order = seed === undefined ? [] : ['--sequence.shuffle', `--sequence.seed=${seed}`]
  const code = await runProgram({
    command: 'vitest',
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...order],
    cwd: root,
  })
  return readUnitResults({ file, exitCode: code })
}

async function runJourneys({ folder, seed }: Run): Promise<Results> {
  const file = join(folder, 'journeys.json')
  const order = seed === undefined ? [] : ['--shuffle', String(seed)]
  const code = await runProgram({
    command: 'playwright',
    args: ['test', '--reporter=list,json', ...order],
    cwd: root,
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  })
  return readJourneyResults({ file, exitCode: code })
}

function tell(results: readonly Results[], seconds: number): void {
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  console.log('\nThe ten slowest files:')
  for (const { path, seconds } of listSlowest(results, 10)) console.log(`${seconds.toFixed(1).padStart(7)} s  ${path}`)
  console.log(`\nTotal: ${seconds.toFixed(0)} s`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

function readSeed(): number | undefined {
  const { seed } = parseArgs({ options: { seed: { type: 'string' } } }).values
  if (seed === undefined) return undefined
  if (!/^[1-9]\d{0,8}$/.test(seed)) throw new Error(`--seed takes a whole number from 1, not ${seed}`)
  return Number(seed)
}

/** Both at the same time: each waits now and then, for a browser or for a database, and the other goes on. */
async function runAll(seed: number | undefined): Promise<void> {
  const startedAt = performance.now()
  const refusal = await provideBrowser()
  if (refusal !== undefined) throw new Error(refusal)
  await build()
  const folder = mkdtempSync(join(tmpdir(), 'fieldkey-results-'))
  try {
    const results = await Promise.all([runUnits({ folder, seed }), runJourneys({ folder, seed })])
    tell(results, (performance.now() - startedAt) / 1000)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

try {
  await runAll(readSeed())
  if (interrupted.isAsked) process.exitCode = 130
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault)
  process.exitCode = 1
}

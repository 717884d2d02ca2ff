/** Runs every test, including those in a browser, and ends with one line that counts both: `N passed, N failed`. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.ts'
import { provideBrowser } from './provide-browser.ts'
import { runProgram } from './run-program.ts'
import { type Results, readJourneyResults, readUnitResults } from './test-results.ts'

const root = join(import.meta.dirname, '..')

async function runAll(folder: string): Promise<Results[]> {
  const unitFile = join(folder, 'unit.json')
  const unitCode = await runProgram({
    command: 'vitest',
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitFile}`],
    cwd: root,
  })
  const journeyFile = join(folder, 'journeys.json')
  const journeyCode = await runProgram({
    command: 'playwright',
    args: ['test', '--reporter=list,json'],
    cwd: root,
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: journeyFile },
  })
  return [readUnitResults(unitFile, unitCode), readJourneyResults(journeyFile, journeyCode)]
}

const refusal = await provideBrowser()
if (refusal !== undefined) {
  console.error(refusal)
  process.exit(1)
}
await build()
const folder = mkdtempSync(join(tmpdir(), 'fieldkey-results-'))
try {
  const results = await runAll(folder)
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

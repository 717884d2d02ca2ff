// The entry of `npm start`, `npm test` and the others: installs missing packages, then runs the Node among them.
// Plain JavaScript, because the machine's own Node may be too old to read the other sources.

import { installWhereNeeded } from './packages.js'
import { runInOrder } from './run-in-order.js'

const build = ['tools/build.ts']

const tasks = {
  demo: args => [build, ['server/main/cli.ts', 'demo', ...args]],
  test: args => [['tools/test.ts', ...args]],
  unit: args => [build, ['node_modules/vitest/vitest.mjs', 'run', ...args]],
  check: args => [['tools/check.ts', ...args]],
  bench: args => [build, ['bench/run.ts', ...args]],
  build: args => [[...build, ...args]],
}

const [name = '', ...args] = process.argv.slice(2)

if (!Object.hasOwn(tasks, name)) {
  console.error(`Say what to run: ${Object.keys(tasks).join(', ')}`)
  process.exitCode = 1
} else if (installWhereNeeded()) {
  process.exitCode = await runInOrder(tasks[name](args), { cwd: new URL('..', import.meta.url) })
} else {
  process.exitCode = 1
}

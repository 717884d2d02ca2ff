import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter } from 'node:path'
import { fileURLToPath } from 'node:url'

const programs = fileURLToPath(new URL('../node_modules/.bin', import.meta.url))
const stopping = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Runs our Node with each list of arguments until one fails. Returns the exit code of the last run. */
export async function runInOrder(commands, options = {}) {
  let child
  let asked
  // The child shuts down in its own order and we wait for it. It gets one signal, however often Ctrl-C is pressed.
  const forward = signal => {
    if (asked === undefined) child?.kill(signal)
    asked = signal
  }
  for (const signal of stopping) process.on(signal, forward)
  const watch = watchParent(() => forward('SIGTERM'))

  let code = 0
  for (const args of commands) {
    child = spawn(`${programs}/node`, args, { ...options, stdio: 'inherit', env: environment() })
    code = await ended(child)
    if (code !== 0 || asked !== undefined) break
  }
  clearInterval(watch)
  for (const signal of stopping) process.off(signal, forward)
  return code
}

/** We get no signal when npm is killed, and a demo would keep running unseen. Without npm a shell may end first. */
function watchParent(leave) {
  const parent = process.ppid
  if (process.env.npm_lifecycle_event === undefined) return undefined
  return setInterval(() => {
    if (process.ppid !== parent) leave()
  }, 200)
}

/** Puts our programs first on the PATH, so that `node`, `vitest` and `tsc` are ours. */
function environment() {
  return { ...process.env, PATH: `${programs}${delimiter}${process.env.PATH}` }
}

function ended(child) {
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    // The exit code that a shell reports for a program ended by a signal.
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  })
}

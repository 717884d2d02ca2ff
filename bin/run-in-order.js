import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter } from 'node:path'
import { fileURLToPath } from 'node:url'

const programs = fileURLToPath(new URL('../node_modules/.bin', import.meta.url))
const stopping = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Runs our Node with each list of arguments until one fails, and answers with the exit code of the last. */
export async function runInOrder(commands, options = {}) {
  let child
  let asked
  // The child ends in its own order and we wait for it. It is asked once, however often Ctrl-C is pressed.
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

/** Where npm is killed nobody tells us, and a demo would run on unseen. Elsewhere a shell may well end before us. */
function watchParent(leave) {
  const parent = process.ppid
  if (process.env.npm_lifecycle_event === undefined) return undefined
  return setInterval(() => {
    if (process.ppid !== parent) leave()
  }, 200)
}

/** So that a program that looks for `node`, `vitest` or `tsc` finds ours first. */
function environment() {
  return { ...process.env, PATH: `${programs}${delimiter}${process.env.PATH}` }
}

function ended(child) {
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    // A shell says the same of a program that a signal has ended.
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  })
}

import { buffer } from 'node:stream/consumers'
import { readEnvironment } from '../../platform/settings/environment.ts'
import { explainFault } from './explain-fault.ts'
import { runCommand } from './run-command.ts'
import { CommandError, type CommandOutcome, type Terminal } from './terminal.ts'

/** `fieldkey …` as a process: its arguments, streams, signals and exit code. */
export async function main(): Promise<void> {
  const terminal: Terminal = {
    env: readEnvironment(),
    say: text => console.log(text),
    input: () => buffer(process.stdin),
    isInteractive: process.stdout.isTTY,
  }
  try {
    const starting = runCommand(terminal, process.argv.slice(2))
    stopOnSignal(starting)
    const { exitCode } = await starting
    if (exitCode !== undefined) process.exitCode = exitCode
  } catch (fault) {
    console.error(explainFault(fault))
    process.exitCode = fault instanceof CommandError ? fault.exitCode : 1
  }
}

/** Also handles signals during a start: the database already runs as a separate process and would be left behind. */
function stopOnSignal(starting: Promise<CommandOutcome>): void {
  let isStopping = false
  const handle = async () => {
    if (isStopping) return
    isStopping = true
    const outcome = await starting.catch(() => undefined)
    await outcome?.stop?.()
    process.exit()
  }
  process.on('SIGINT', handle).on('SIGTERM', handle).on('SIGHUP', handle)
  // `fieldkey … | head`: the error of a closed pipe would end the process and leave the database running.
  process.stdout.on('error', handle)
  process.stderr.on('error', () => {})
}

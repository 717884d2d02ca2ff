import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { explainFault } from '../../../server/main/command-line/explain-fault.ts'
import { runCommand as runInProcess } from '../../../server/main/command-line/run-command.ts'
import { CommandError } from '../../../server/main/command-line/terminal.ts'
import type { TestApp } from './app.ts'

export const cli = join(import.meta.dirname, '../../../server/main/cli.ts')

export type Ran = { code: number | null; out: string; err: string }

/** Runs `fieldkey …` in a separate process with the settings of a test's app. */
export async function runCommand(
  app: TestApp,
  args: string[],
  more: Record<string, string> = {},
  input = '',
): Promise<Ran> {
  const env = { ...app.env, PUBLIC_URL: app.url, ...more }
  const child = spawn(process.execPath, [cli, ...args], { env, stdio: ['pipe', 'pipe', 'pipe'] })
  // Most commands never read the input, and end before it is written.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code: child.exitCode, out, err }
}

/**
 * Runs the same command in this process, which costs a tenth of the time: where streams, signals and the exit of a
 * process are not the subject.
 */
export async function runHere(
  app: TestApp,
  args: string[],
  more: Record<string, string> = {},
  input = '',
): Promise<Ran> {
  const said: string[] = []
  const terminal = {
    env: { ...app.env, PUBLIC_URL: app.url, ...more },
    say: (text: string) => void said.push(`${text}\n`),
    input: async () => Buffer.from(input),
    isInteractive: false,
  }
  try {
    const { exitCode = 0, stop } = await runInProcess(terminal, args)
    await stop?.()
    return { code: exitCode, out: said.join(''), err: '' }
  } catch (fault) {
    const code = fault instanceof CommandError ? fault.exitCode : 1
    return { code, out: said.join(''), err: `${explainFault(fault)}\n` }
  }
}

/** Runs the command in a terminal, which `script` provides. */
export async function runInTerminal(app: TestApp, args: string[]): Promise<string> {
  const command = [process.execPath, cli, ...args].map(word => `'${word}'`).join(' ')
  const options =
    process.platform === 'darwin' ? ['-q', '/dev/null', 'sh', '-c', command] : ['-qec', command, '/dev/null']
  const env = { ...app.env, PUBLIC_URL: app.url, PATH: '/usr/local/bin:/usr/bin:/bin', SHELL: '/bin/sh' }
  const child = spawn('script', options, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const [out] = await Promise.all([text(child.stdout), once(child, 'exit')])
  return out
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
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

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export type Program = { command: string; args: readonly string[]; cwd: string; env?: Record<string, string> }

const programs = join(import.meta.dirname, '../node_modules/.bin')
const stopping = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs a program of our packages to its end. It is detached from our terminal, so that Ctrl-C reaches it once, from
 * here: at a second one test runners abort and leave their children behind.
 */
export async function runProgram({ command, args, cwd, env }: Program): Promise<number> {
  const child = spawn(join(programs, command), args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  })
  let isAsked = false
  const stop = () => {
    if (!isAsked) child.kill('SIGINT')
    isAsked = true
  }
  for (const signal of stopping) process.on(signal, stop)
  const [code] = await once(child, 'exit')
  for (const signal of stopping) process.off(signal, stop)
  if (isAsked) process.exit(130)
  return code ?? 1
}

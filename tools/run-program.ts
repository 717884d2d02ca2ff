import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'

export type Program = { command: string; args: readonly string[]; cwd: string; env?: Record<string, string> }

const programs = join(import.meta.dirname, '../node_modules/.bin')
const stopping = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Whether the user has stopped the programs. */
export const interrupted = { isAsked: false }

/**
 * Runs a program of our packages to its end. It is apart from our terminal, so that Ctrl-C reaches it once, from here: at
 * a second one test runners drop everything, and leave behind what they started. Several may run at the same time: what
 * they print is passed on line by line.
 */
export async function runProgram({ command, args, cwd, env }: Program): Promise<number> {
  if (interrupted.isAsked) return 130
  const colour = process.stdout.isTTY && process.env.NO_COLOR === undefined ? { FORCE_COLOR: '1' } : {}
  const child = spawn(join(programs, command), args, {
    cwd,
    env: { ...process.env, ...colour, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let isStopped = false
  const stop = () => {
    if (!isStopped) child.kill('SIGINT')
    isStopped = true
    interrupted.isAsked = true
  }
  for (const signal of stopping) process.on(signal, stop)
  const ended = once(child, 'exit')
  await Promise.all([passOn(child.stdout, process.stdout), passOn(child.stderr, process.stderr)])
  const [code] = await ended
  for (const signal of stopping) process.off(signal, stop)
  return code ?? 1
}

async function passOn(from: Readable, to: Writable): Promise<void> {
  for await (const line of createInterface({ input: from })) to.write(`${line}\n`)
}

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { findPort, type TestApp } from './app.ts'
import { createVisitor, type Visitor } from './visitor.ts'

export type ServerProcess = {
  url: string
  visitor(address: string): Visitor
  /** Kills the process, like `kill -9`. */
  kill(): Promise<void>
  /** Stops the process as an operator does, and answers the exit code. */
  stop(): Promise<number | null>
}

/** Ends with the test's process or `stopServerProcesses`: a remaining child would keep the worker from ending. */
const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Kills processes that a failed test left behind. Call it before the app stops: they use its database and emails. */
export async function stopServerProcesses(): Promise<void> {
  const ends = [...running].map(child => once(child, 'exit'))
  for (const child of running) child.kill('SIGKILL')
  await Promise.all(ends)
}

const cli = join(import.meta.dirname, '../../../server/main/cli.ts')

/** Runs `fieldkey serve` in a separate process, with the database and SMTP server of a test's app. */
export async function startServerProcess(app: TestApp, more: Record<string, string> = {}): Promise<ServerProcess> {
  const port = String(await findPort())
  const env = { ...app.env, PUBLIC_URL: app.url, PORT: port, ...more }
  const server = spawn(process.execPath, [cli, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  running.add(server)
  server.once('exit', () => running.delete(server))
  await untilReady(server)
  const url = `http://localhost:${port}`
  const ended = once(server, 'exit')
  return {
    url,
    visitor: address => createVisitor(url, address),
    kill: async () => {
      server.kill('SIGKILL')
      await ended
    },
    stop: async () => {
      server.kill('SIGTERM')
      await ended
      return server.exitCode
    },
  }
}

async function untilReady(server: ChildProcess): Promise<void> {
  if (!server.stdout) throw new Error('The process has no output')
  let isReady = false
  for await (const line of createInterface({ input: server.stdout })) {
    isReady = line.startsWith('Fieldkey is ready')
    if (isReady) break
  }
  if (!isReady) throw new Error('The server ended before it was ready')
  server.stdout.resume()
}

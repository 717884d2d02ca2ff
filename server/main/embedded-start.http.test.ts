import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'
import { findPort } from '../../tests/support/servers/app.ts'
import { cli } from '../../tests/support/servers/command-line.ts'
import { findPostmaster } from '../platform/database/embedded/postmaster.ts'

function makeParent(): string {
  const parent = mkdtempSync(join(tmpdir(), 'fieldkey-start-'))
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }))
  return parent
}

async function startServe(dataDir: string) {
  const port = String(await findPort())
  const url = `http://localhost:${port}`
  const env = {
    PATH: process.env.PATH,
    DATA_DIR: dataDir,
    PORT: port,
    PUBLIC_URL: url,
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'no-reply@harbourvale.example',
    SECRET_KEY: randomBytes(32).toString('hex'),
  }
  const server = spawn(process.execPath, [cli, 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void server.kill('SIGKILL'))
  return { server, url }
}

async function untilReady({ stdout }: ChildProcess & { stdout: Readable }): Promise<void> {
  for await (const line of createInterface({ input: stdout })) if (line.startsWith('Fieldkey is ready')) return
}

it('a server whose output is closed, as by `| head`, stops its PostgreSQL and exits', async () => {
  const dataDir = join(makeParent(), 'data')
  const { server } = await startServe(dataDir)
  server.stderr.resume()
  server.stdout.destroy()
  const [code] = await once(server, 'exit')
  expect(code).toBe(0)
  expect(findPostmaster(join(dataDir, 'postgres'))).toBeUndefined()
})

it('a server that stops in order logs no warning, although its connections to the database end', async () => {
  const { server, url } = await startServe(join(makeParent(), 'data'))
  await untilReady(server)
  const logged = text(server.stdout)
  await Promise.all(Array.from({ length: 30 }, () => fetch(`${url}/sign-in`)))
  server.kill('SIGTERM')
  await once(server, 'exit')
  const levels = (await logged).match(/"level":"(?!info)\w+"/g)
  expect([server.exitCode, levels, await text(server.stderr)]).toEqual([0, null, ''])
})

import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
  const env = {
    PATH: process.env.PATH,
    DATA_DIR: dataDir,
    PORT: port,
    PUBLIC_URL: `http://localhost:${port}`,
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'no-reply@harbourvale.example',
    SECRET_KEY: randomBytes(32).toString('hex'),
  }
  return spawn(process.execPath, [cli, 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
}

it('a server whose output is closed, as by `| head`, stops its PostgreSQL and exits', async () => {
  const dataDir = join(makeParent(), 'data')
  const server = await startServe(dataDir)
  server.stderr.resume()
  server.stdout.destroy()
  const [code] = await once(server, 'exit')
  expect(code).toBe(0)
  expect(findPostmaster(join(dataDir, 'postgres'))).toBeUndefined()
})

import { once } from 'node:events'
import { mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/databases/database.ts'
import { findPort, startTestApp, type TestApp } from '../../tests/support/servers/app.ts'
import { runCommand } from '../../tests/support/servers/command-line.ts'
import { readConfig } from '../platform/settings/config.ts'
import { startDemo } from './demo/start-demo.ts'

let app: TestApp
let empty: TestDatabase
beforeAll(async () => {
  app = await startTestApp()
  empty = await createTestDatabase()
})
afterAll(async () => {
  await empty.drop()
  await app.stop()
})

const newFolder = () => mkdtempSync(join(tmpdir(), 'fieldkey-start-'))

test.each<[string, Record<string, string>, RegExp]>([
  [
    'a HOST of another machine',
    { HOST: '192.0.2.1' },
    /^HOST is 192\.0\.2\.1, which is not an address of this machine/,
  ],
  ['a HOST without an address', { HOST: 'nowhere.invalid' }, /^HOST is nowhere\.invalid, which has no address/],
  [
    'a file as DATA_DIR',
    { DATABASE_URL: '', DATA_DIR: import.meta.filename },
    /start\.http\.test\.ts is a file, not a folder/,
  ],
])('serve refuses %s in one sentence', async (_name, more, sentence) => {
  const { code, err } = await runCommand(app, ['serve'], {
    DATABASE_URL: empty.databaseUrl,
    PORT: String(await findPort()),
    ...more,
  })
  expect([code, err.trim().split('\n').length]).toEqual([1, 1])
  expect(err).toMatch(sentence)
})

test('a server whose port is taken begins no work, so it ends without waiting for a mail server', async () => {
  const contacted: Socket[] = []
  const silent = createServer(socket => contacted.push(socket)).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as AddressInfo
  const more = { DATABASE_URL: empty.databaseUrl, SMTP_URL: `smtp://127.0.0.1:${port}` }
  await runCommand(app, ['migrate'], more)
  const person = ['--type', 'admin', '--given-name', 'Ada', '--family-name', 'Lee']
  await runCommand(app, ['user', 'add', 'ada@harbourvale.example', ...person], more)
  await runCommand(app, ['user', 'reset', 'ada@harbourvale.example'], more)
  const { code, err } = await runCommand(app, ['serve'], { ...more, PORT: String(port) })
  silent.close()
  expect([code, err.trim().split('.')[0], contacted.length]).toEqual([1, 'The port is in use', 0])
})

test('14.2 only the account that runs the demo can read its log and emails, earlier ones included', async () => {
  const folder = newFolder()
  const demo = join(folder, 'demo')
  mkdirSync(join(demo, 'mailbox'), { recursive: true, mode: 0o755 })
  writeFileSync(join(demo, 'fieldkey.log'), '', { mode: 0o644 })
  const { DATABASE_URL = '' } = app.env
  const config = readConfig({ DATABASE_URL, DATA_DIR: folder, PORT: String(await findPort()) }, { mode: 'demo' })
  const { stop } = await startDemo({ config, clock: app.clock, print: () => {} })
  await stop()
  const modes = ['fieldkey.log', 'mailbox', 'secrets'].map(name =>
    (statSync(join(demo, name)).mode & 0o777).toString(8),
  )
  expect(modes).toEqual(['600', '700', '600'])
})

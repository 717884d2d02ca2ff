import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { noRights } from '../../../shared/contract/rights.ts'
import { addServiceToken } from '../../../tests/support/people/administrators.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'

const page = join(import.meta.dirname, '../../../docs/integrate/README.md')

let app: TestApp
let folder: string
let blocks: (language: string) => string[]
beforeAll(async () => {
  app = await startTestApp({ env: { WEBHOOK_ALLOWED_HOSTS: '127.0.0.1' } })
  folder = await mkdtemp(join(tmpdir(), 'fieldkey-recipe-'))
  const text = await readFile(page, 'utf8')
  blocks = language =>
    [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, of, code = '']) => (of === language ? [code] : []))
})
afterAll(async () => {
  await app.stop()
  await rm(folder, { recursive: true })
})

test('the commands of the page work one after the other, and again', async () => {
  const token = await addServiceToken(app, { ...noRights, products: 'write', retailers: 'write', orders: 'write' })
  const env = { ...process.env, FIELDKEY: app.url, TOKEN: token }
  const commands = blocks('sh')
  expect(commands.length).toBe(7)
  const run = () => promisify(execFile)('bash', ['-euc', commands.join('\necho\n')], { cwd: folder, env })
  const outcomesIn = (text: string) => [...text.matchAll(/"outcome":"(\w+)"/g)].map(([, outcome]) => outcome)
  const { stdout } = await run()
  expect(outcomesIn(stdout)).toEqual(['created', 'created', 'created', 'created', 'updated'])
  expect(stdout).toContain('"orders":[]')
  expect(outcomesIn((await run()).stdout)).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged', 'updated'])
})

test('the receiver of the page takes what Fieldkey sends, and refuses what others send', async () => {
  const [code = ''] = blocks('js')
  expect(
    code
      .trim()
      .split('\n')
      .filter(line => line !== '').length,
  ).toBeLessThanOrEqual(15)
  const file = join(folder, 'receiver.mjs')
  await writeFile(file, code)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/`
  const authority = { actor: 'command-line' } as const
  const added = await app.actions.addWebhook({ webhook: { url, events: ['order.received'] }, authority })
  if (added.kind !== 'added') throw new Error(added.text)
  const receiver = spawn(process.execPath, [file], { env: { WEBHOOK_SECRET: added.secret, PORT: String(port) } })
  onTestFinished(() => void receiver.kill())
  const lines: string[] = []
  receiver.stdout.on('data', data => lines.push(String(data)))
  const post = (headers: Record<string, string>) =>
    fetch(url, { method: 'POST', headers, body: '{}' }).catch(() => undefined)
  await expect.poll(async () => (await post({}))?.status).toBe(401)
  const seconds = String(Math.floor(Date.now() / 1000))
  const forged = { 'webhook-id': 'x', 'webhook-timestamp': seconds, 'webhook-signature': `v1,${'A'.repeat(43)}=` }
  expect((await post(forged))?.status).toBe(401)

  await app.actions.changeWebhook({ id: added.id, change: 'test', authority })
  await expect.poll(() => lines.join('')).toContain('"type":"test"')
  const state = async () => (await app.actions.readWebhook(added.id))?.deliveries[0]?.state
  await expect.poll(state).toBe('delivered')
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

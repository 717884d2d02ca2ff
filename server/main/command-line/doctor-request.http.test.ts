import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { cert, key } from '../../../tests/support/servers/certificate.ts'
import { runCommand } from '../../../tests/support/servers/command-line.ts'

let app: TestApp
let proxy: Server
let isNaming = true
let refusal: number | undefined
beforeAll(async () => {
  app = await startTestApp()
  proxy = createServer({ key, cert }, (incoming, outgoing) => {
    if (refusal !== undefined) return outgoing.writeHead(refusal).end()
    const { authorization = '' } = incoming.headers
    const named = isNaming ? { 'x-forwarded-for': incoming.socket.remoteAddress } : {}
    const headers = { authorization, host: new URL(app.url).host, 'x-forwarded-proto': 'https', ...named }
    request(`${app.url}${incoming.url}`, { headers }, answer => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    }).end()
  }).listen(0, '127.0.0.1')
  await once(proxy, 'listening')
})
afterAll(async () => {
  proxy.close()
  await app.stop()
})

afterEach(() => {
  refusal = undefined
})

async function examine(isTrusted: boolean) {
  const caFile = join(mkdtempSync(join(tmpdir(), 'fieldkey-ca-')), 'ca.pem')
  writeFileSync(caFile, cert)
  const { port } = proxy.address() as AddressInfo
  const trust: Record<string, string> = isTrusted ? { NODE_EXTRA_CA_CERTS: caFile } : {}
  const env = { PUBLIC_URL: `https://localhost:${port}`, ...trust }
  const { out } = await runCommand(app, ['doctor', '--request'], env)
  return out.split('\n').find(line => line.includes('request:'))
}

test('doctor names the setting for a certificate that no public authority has signed', async () => {
  const line = await examine(false)
  expect(line).toMatch(/^fail .*self-signed certificate\. .* NODE_EXTRA_CA_CERTS$/)
})

test('doctor accepts a proxy that runs on its own machine and names that address as the client', async () => {
  isNaming = true
  expect(await examine(true)).toMatch(/^ok .*x-forwarded-for: 127\.0\.0\.1/)
})

test('doctor still fails on a proxy that names no client', async () => {
  isNaming = false
  expect(await examine(true)).toMatch(/^fail .*Have the proxy send X-Forwarded-For/)
})

test.each([
  [502, /answers 502: the proxy reaches no Fieldkey\. Check that fieldkey serve is running and ready/],
  [403, /answers 403: a proxy refuses the request, or a server with other keys answers there/],
])('doctor tells a proxy that reaches no server from one that refuses (%s)', async (status, sentence) => {
  refusal = status
  expect(await examine(true)).toMatch(sentence)
})

import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { LookupFunction } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { startReceiver } from '../../../tests/support/servers/receiver.ts'
import { isPublicAddress } from './is-public-address.ts'
import { createRequestOutside } from './request-outside.ts'

let receiver: Awaited<ReturnType<typeof startReceiver>>
beforeAll(async () => {
  receiver = await startReceiver()
})
beforeEach(() => {
  receiver.received.length = 0
  receiver.answerWith(response => response.writeHead(200).end('taken'))
})
afterAll(() => receiver.stop())

const event = { headers: { 'webhook-id': 'e1' }, body: '{}' }
const allowedHosts = ['127.0.0.1']
const post = createRequestOutside({ allowedHosts })

test('an event is posted to an allowed host, over http as well', async () => {
  expect(await post(receiver.url, event)).toEqual({ status: 200, answer: 'taken', failure: '' })
  expect(receiver.received).toMatchObject([{ body: '{}', path: '/events', headers: { 'webhook-id': 'e1' } }])
})

test('1.3.6 only addresses of the public internet are reached', () => {
  const inner = `10.0.0.1 127.1.1.1 169.254.169.254 172.16.0.1 192.168.1.1 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255
    198.18.0.1 240.0.0.1 ::1 :: fe80::1 fc00::1 fd12::1 fec0::1 ff02::1 ::ffff:10.0.0.1 ::ffff:8.8.8.8 ::10.0.0.1
    64:ff9b::a00:1 2002:a00:1:: 2001::1 2001:db8::1 localhost`
  expect(inner.split(/\s+/).filter(isPublicAddress)).toEqual([])
  expect(['8.8.8.8', '203.0.114.1', '2606:4700::1111'].filter(isPublicAddress)).toHaveLength(3)
})

test('1.3.6 a name that changes its address between the check and the connection reaches nothing inside', async () => {
  const seen: string[] = []
  const resolve: LookupFunction = (hostname, options, done) => {
    // The first answer is public, as a check before the connection would have seen it.
    const address = seen.push(hostname) === 1 ? '203.0.114.1' : '127.0.0.1'
    const found = [{ address, family: 4 }]
    options.all === true ? done(null, found) : done(null, address, 4)
  }
  const guarded = createRequestOutside({ allowedHosts: [], resolve, startTimeout: () => AbortSignal.timeout(300) })
  const url = `https://rebind.example:${receiver.port}/`
  const [first, second] = [await guarded(url, event), await guarded(url, event)]
  expect(first.status ?? second.status).toBeNull()
  expect(second.failure).toContain('127.0.0.1, which is inside a network')
  expect(receiver.received).toEqual([])
  // One lookup a connection: there is no earlier one that could be deceived.
  expect(seen).toEqual(['rebind.example', 'rebind.example'])
})

test('an address in the place of a name is checked as well', async () => {
  const strict = createRequestOutside({ allowedHosts: [] })
  for (const url of [`https://127.0.0.1:${receiver.port}`, `https://[::1]:${receiver.port}`, receiver.url]) {
    expect(await strict(url, event), url).toMatchObject({
      status: null,
      failure: expect.stringMatching(/inside|not https/),
    })
  }
  expect(receiver.received).toEqual([])
})

test('a redirect is not followed', async () => {
  receiver.answerWith(response => response.writeHead(302, { location: `${receiver.url}/inner` }).end())
  expect(await post(receiver.url, event)).toMatchObject({ status: 302 })
  expect(receiver.received.map(({ path }) => path)).toEqual(['/events'])
})

test('a receiver that never answers, or never stops, is left', async () => {
  let timeout = new AbortController()
  const impatient = createRequestOutside({ allowedHosts, startTimeout: () => timeout.signal })
  receiver.answerWith(() => timeout.abort())
  expect(await impatient(receiver.url, event)).toMatchObject({
    status: null,
    failure: expect.stringContaining('10 seconds'),
  })
  timeout = new AbortController()
  // Once the status has arrived, and a task later: the request learns it after this notice.
  const end = () => void setImmediate(() => timeout.abort())
  subscribe('http.client.response.finish', end)
  onTestFinished(() => void unsubscribe('http.client.response.finish', end))
  receiver.answerWith(response => void response.writeHead(200).write('slow'))
  expect(await impatient(receiver.url, event)).toMatchObject({
    status: 200,
    failure: expect.stringContaining('10 seconds'),
  })
})

test('of a huge answer, 64 kB are read and its beginning is kept', async () => {
  const { promise: closed, resolve } = Promise.withResolvers<void>()
  let sent = 0
  receiver.answerWith(response => {
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(16_384))) sent += 16_384
    }
    response.writeHead(200).on('drain', more).on('close', resolve)
    more()
  })
  const { status, answer, failure } = await post(receiver.url, event)
  await closed
  expect([status, answer.length, failure]).toEqual([200, 2000, ''])
  expect(sent).toBeLessThan(64 * 1024 * 1024)
})

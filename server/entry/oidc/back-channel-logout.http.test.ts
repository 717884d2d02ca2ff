import { createRemoteJWKSet, jwtVerify } from 'jose'
import * as client from 'openid-client'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addRep } from '../../../tests/support/people/administrators.ts'
import { until } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { startReceiver } from '../../../tests/support/servers/receiver.ts'
import { signInToWebApp, type WebApp } from '../../../tests/support/servers/web-app.ts'
import { createRequestOutside } from '../../platform/outgoing/request-outside.ts'
import { createDeliverLogouts } from './deliver-logouts.job.ts'

let app: TestApp
let web: WebApp
let receiver: Awaited<ReturnType<typeof startReceiver>>
const authority = { actor: 'command-line' } as const

beforeAll(async () => {
  receiver = await startReceiver()
  app = await startTestApp({ env: { WEBHOOK_ALLOWED_HOSTS: '127.0.0.1' } })
  const redirectUri = 'https://wiki.example/back'
  const wiki = { id: 'wiki', name: 'the wiki', redirectUris: [redirectUri], startUrl: null, logoutUri: receiver.url }
  const added = await app.actions.addClient({ client: { ...wiki, admits: ['device'], kind: 'secret' }, by: authority })
  web = { id: 'wiki', redirectUri, secret: added.kind === 'added' ? (added.secret ?? '') : '' }
})
beforeEach(() => {
  receiver.received.length = 0
  receiver.answerWith(response => response.writeHead(200).end())
})
afterAll(async () => {
  await app.stop()
  await receiver.stop()
})

async function signInSomeone() {
  const { accountId, username, password } = await addRep(app)
  app.passwords.set(username, password)
  const proof = client.ClientSecretBasic(web.secret)
  const { tokens, visitor } = await signInToWebApp(app, web, { proof, username })
  return { accountId, visitor, sid: tokens.claims()?.sid }
}

const untilReceived = (count: number) => until(async () => receiver.received.length >= count, `${count} logouts`)

/** Checks a logout token as its receiver has to (2.6). */
async function readToken(place: number) {
  const { body, headers } = receiver.received[place] ?? { body: '', headers: {} }
  expect(headers['content-type']).toBe('application/x-www-form-urlencoded')
  const keys = createRemoteJWKSet(new URL(`${app.url}/oidc/jwks`))
  const token = new URLSearchParams(body).get('logout_token') ?? ''
  const checks = { issuer: `${app.url}/oidc`, audience: 'wiki', typ: 'logout+jwt', currentDate: app.clock.now() }
  const { payload } = await jwtVerify(token, keys, checks)
  expect(payload.events).toEqual({ 'http://schemas.openid.net/event/backchannel-logout': {} })
  expect(payload.nonce).toBeUndefined()
  return payload
}

test('7.4.2 tells an app that a person is signed out, when all sessions end', async () => {
  const { accountId, sid } = await signInSomeone()
  expect(sid).toMatch(/^[\w-]{43}$/)
  await app.actions.endUserSessions({ accountId, authority })
  await untilReceived(1)
  expect(await readToken(0)).toMatchObject({ sub: accountId, sid })
})

test('tells an app of a sign-out in the browser that the sign-in came from, and of no other', async () => {
  const first = await signInSomeone()
  const second = await signInSomeone()
  await first.visitor.get('/account')
  await first.visitor.press('Sign out')
  await untilReceived(1)
  expect(await readToken(0)).toMatchObject({ sub: first.accountId, sid: first.sid })
  expect(first.sid).not.toBe(second.sid)
  const { rows } = await app.database.pool.query('select from app_logouts')
  expect([receiver.received.length, rows.length]).toEqual([1, 0])
})

const waiting = async () => {
  const { rows } = await app.database.pool.query('select attempts, next_attempt_at as "nextAt" from app_logouts')
  return rows[0] as { attempts: number; nextAt: Date } | undefined
}

test.for([
  ['answers 500', 500, {}],
  ['redirects', 302, { location: 'http://127.0.0.1:1/inner' }],
] as const)('sends a logout again to an app that %s, until it takes it', async ([, status, headers]) => {
  receiver.answerWith(response => response.writeHead(status, headers).end())
  const { accountId } = await signInSomeone()
  await app.actions.endUserSessions({ accountId, authority })
  await untilReceived(1)
  await until(async () => ((await waiting())?.nextAt.getTime() ?? 0) < app.clock.now().getTime() + 30_000, 'the record')
  receiver.answerWith(response => response.writeHead(204).end())
  app.clock.advance(10)
  await untilReceived(2)
  await until(async () => (await waiting()) === undefined, 'the end of the delivery')
  const [first, second] = [await readToken(0), await readToken(1)]
  expect(first.jti).not.toBe(second.jti)
})

/** One attempt whose moment comes for this test's job alone: its clock is a day ahead of the server's. */
async function deliverLater(allowedHosts: string[], startTimeout = () => new AbortController().signal) {
  const { accountId } = await signInSomeone()
  const ahead = (hours: number) => new Date(app.clock.now().getTime() + hours * 3_600_000)
  await app.database.pool.query(
    `insert into app_logouts (client_id, account_id, grant_hash, next_attempt_at) values ('wiki', $1, $2, $3)`,
    [accountId, Buffer.alloc(32), ahead(12)],
  )
  const facts: { failure?: string }[] = []
  const log = { info: (one: object) => void facts.push(one), warn: () => {} }
  const requestOutside = createRequestOutside({ allowedHosts, startTimeout })
  const deliver = createDeliverLogouts({ ...app.ground, requestOutside, log, clock: { now: () => ahead(24) } })
  await deliver()
  await app.database.pool.query('delete from app_logouts')
  return facts.map(({ failure }) => failure)
}

test('gives up waiting for an app that hangs', async () => {
  const patience = new AbortController()
  receiver.answerWith(() => patience.abort())
  expect(await deliverLater(['127.0.0.1'], () => patience.signal)).toEqual([expect.stringContaining('did not answer')])
  expect(receiver.received).toHaveLength(1)
})

test('1.3.6 sends no logout into the network of the server', async () => {
  expect(await deliverLater([])).toEqual([expect.stringContaining('https')])
  expect(receiver.received).toHaveLength(0)
})

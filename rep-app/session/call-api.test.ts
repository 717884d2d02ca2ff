import 'fake-indexeddb/auto'
import { Buffer } from 'node:buffer'
import { generateKeyPair } from 'oauth4webapi'
import { expect, it } from 'vitest'
import { openCache } from '../device/cache.ts'
import { openDeviceDb } from '../device/device-db.ts'
import { openPicturesDb } from '../device/pictures-db.ts'
import { createAuthorisation } from './authorisation.ts'
import { createCallApi } from './call-api.ts'
import { createEndSession } from './end-session.ts'
import { createSessionStore, type Person } from './session.ts'

const origin = 'https://field.example'
const HOUR_MS = 3_600_000
const person = { accountId: 'a', username: 'riley' } as Person
let made = 0

type Road = (path: string, call: number) => Response | undefined

/** A server with the right time that requires its nonce in each proof (RFC 9449). */
function createServer(serverNow: number, road: Road) {
  const proofs: { path: string; age: number }[] = []
  let calls = 0
  const headers = { date: new Date(serverNow).toUTCString(), 'dpop-nonce': 'n1', 'content-type': 'application/json' }
  const json = (status: number, body: object, more = {}) =>
    Response.json(body, { status, headers: { ...headers, ...more } })
  const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const { pathname: path } = new URL(String(input))
    const special = road(path, calls++)
    if (special) return special
    const proof = new Headers(init?.headers).get('dpop') ?? ''
    const claims = JSON.parse(Buffer.from(proof.split('.')[1] ?? '', 'base64url').toString())
    if (claims.nonce !== 'n1')
      return path === '/oidc/token'
        ? json(400, { error: 'use_dpop_nonce' })
        : json(401, {}, { 'www-authenticate': 'DPoP error="use_dpop_nonce"' })
    proofs.push({ path, age: serverNow / 1000 - claims.iat })
    if (path !== '/oidc/token') return json(200, { fine: true })
    return json(200, { access_token: `fresh-${proofs.length}`, token_type: 'DPoP', expires_in: 600 })
  }
  return { proofs, json, fetch }
}

async function createDevice({ road = () => undefined, isOld = true }: { road?: Road; isOld?: boolean } = {}) {
  const clock = { now: () => Date.now() }
  const serverNow = clock.now() + 3 * HOUR_MS
  const db = openDeviceDb(`device-${made++}`)
  const cache = openCache(`cache-of-session-${made++}`)
  await cache.targets.put({ id: 't', month: '2026-05', amountCents: 1, soldCents: 1 })
  const session = createSessionStore({ db })
  const keys = { id: crypto.randomUUID(), pair: await generateKeyPair('ES256') }
  const expiresAt = isOld ? 0 : serverNow + HOUR_MS
  const tokens = { accessToken: 'old', refreshToken: 'r', expiresAt }
  await session.change({ person, tokens, keys, clockDifferenceMs: 3 * HOUR_MS })
  const server = createServer(serverNow, road)
  const authorisation = createAuthorisation({ origin, session, clock, fetch: server.fetch as typeof fetch })
  const callApi = createCallApi({
    session,
    authorisation,
    endSession: createEndSession({ session, cache, pictures: openPicturesDb('call-api-pictures') }),
  })
  return { server, session, cache, callApi }
}

it('sends proofs with the time and nonce of the server although the tablet is three hours wrong', async () => {
  const { server, callApi } = await createDevice()
  expect(await callApi('/me')).toEqual({ kind: 'answer', body: { fine: true } })
  expect(server.proofs.map(({ path }) => path)).toEqual(['/oidc/token', '/api/app/me'])
  for (const { age } of server.proofs) expect(Math.abs(age), 'not the three hours').toBeLessThan(3600)
})

it('refreshes the token once for concurrent requests', async () => {
  const { server, session, callApi } = await createDevice()
  const answers = await Promise.all(Array.from({ length: 5 }, () => callApi('/me')))
  expect(answers.map(({ kind }) => kind)).toEqual(Array(5).fill('answer'))
  expect(server.proofs.filter(({ path }) => path === '/oidc/token').length).toBe(1)
  expect(session.record().tokens).toMatchObject({ accessToken: 'fresh-1', refreshToken: 'r' })
})

it.each([
  ['a lost answer', () => Response.error()],
  ['a fault of the server', () => Response.json({ error: 'server_error' }, { status: 503 })],
  ["a proxy's page", () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
] as const)('%s never ends the session', async (_name, answer) => {
  for (const isOld of [true, false]) {
    const { session, callApi } = await createDevice({ isOld, road: () => answer() })
    expect(['no-connection', 'server-trouble']).toContain((await callApi('/me')).kind)
    expect(session.state.get().kind).toBe('signed-in')
  }
})

it.each([
  ['ended: password-reset', 'password-reset', 1],
  ['ended: deactivated', 'deactivated', 0],
  ['grant request is invalid', 'expired', 1],
] as const)('invalid_grant ends it with its reason: %s', async (description, reason, kept) => {
  const ended = { error: 'invalid_grant', error_description: description }
  const { session, cache, callApi } = await createDevice({ road: () => Response.json(ended, { status: 400 }) })
  expect(await callApi('/me')).toEqual({ kind: 'session-ended' })
  expect(session.state.get()).toEqual({ kind: 'ended', person, reason })
  expect(session.record().tokens).toBeNull()
  expect(await cache.targets.count()).toBe(kept)
})

it('ends the session on a 401 with a reason, and refreshes the token on one without', async () => {
  const problem = { status: 401, kind: 'session-ended', title: 'Ended', text: 'Sign in again.' }
  const ended = await createDevice({
    isOld: false,
    road: () => Response.json({ problem, reason: 'signed-out-by-admin' }, { status: 401 }),
  })
  expect(await ended.callApi('/me')).toEqual({ kind: 'session-ended' })
  expect(ended.session.state.get()).toMatchObject({ kind: 'ended', reason: 'signed-out-by-admin' })
  const stale = await createDevice({
    isOld: false,
    road: (_path, call) => (call === 0 ? Response.json({}, { status: 401 }) : undefined),
  })
  expect((await stale.callApi('/me')).kind).toBe('answer')
  expect(stale.session.state.get().kind).toBe('signed-in')
})

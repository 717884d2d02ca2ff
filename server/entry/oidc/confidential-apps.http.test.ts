import { exportJWK, generateKeyPair } from 'jose'
import * as client from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NewClient } from '../../../shared/contract/clients.ts'
import { daySeconds } from '../../../shared/time.ts'
import { nina, riley } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { startReceiver } from '../../../tests/support/servers/receiver.ts'
import { signInToWebApp, type WebApp } from '../../../tests/support/servers/web-app.ts'

let app: TestApp
let receiver: Awaited<ReturnType<typeof startReceiver>>
const by = { actor: 'command-line' } as const
const redirectUri = 'https://grafana.example/login/generic_oauth'

beforeAll(async () => {
  receiver = await startReceiver()
  app = await startTestApp({ env: { WEBHOOK_ALLOWED_HOSTS: '127.0.0.1' } })
})
afterAll(async () => {
  await app.stop()
  await receiver.stop()
})

let made = 0
async function connect(more: Partial<NewClient> = {}): Promise<WebApp> {
  made += 1
  const plain = { id: `web-${made}`, name: 'the web app', redirectUris: [redirectUri], startUrl: null }
  const wanted = { ...plain, admits: ['admin', 'dual', 'device', 'contact'], kind: 'secret', ...more } as NewClient
  const added = await app.actions.addClient({ client: wanted, by })
  return { id: wanted.id, redirectUri, secret: added.kind === 'added' ? (added.secret ?? '') : '' }
}

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (fault: { error?: string; status?: number }) =>
      fault.error ?? (fault.status === 401 ? 'invalid_client' : String(fault)),
  )

test('10.4.10 signs a user in to a web app by its secret, in the header or in the body, without DPoP', async () => {
  const web = await connect()
  for (const proof of [client.ClientSecretBasic(web.secret), client.ClientSecretPost(web.secret)]) {
    const { tokens } = await signInToWebApp(app, web, { proof, username: nina })
    expect(tokens.token_type).toBe('bearer')
    expect(tokens.claims()?.sub).toBe(await app.accountId(nina))
  }
})

test('10.4.10 refuses a web app with a wrong secret, the secret of another app, or none', async () => {
  const [web, other] = [await connect(), await connect()]
  for (const proof of [client.ClientSecretBasic('guess'), client.ClientSecretPost(other.secret), client.None()])
    expect(await failure(signInToWebApp(app, web, { proof, username: nina }))).toBe('invalid_client')
})

test('10.4.6 refuses a web app that uses no PKCE, although it has a secret', async () => {
  const web = await connect()
  const proof = client.ClientSecretBasic(web.secret)
  const asked = await failure(signInToWebApp(app, web, { proof, username: nina, pkce: false }))
  expect(asked).toContain('invalid_request')
})

test('10.4.5 rotates the refresh token of a web app, and ends the sign-in when an old one returns', async () => {
  const web = await connect()
  const proof = client.ClientSecretBasic(web.secret)
  const { config, tokens } = await signInToWebApp(app, web, { proof, username: nina, scope: 'openid offline_access' })
  const first = tokens.refresh_token ?? ''
  const next = await client.refreshTokenGrant(config, first)
  expect(next.refresh_token).not.toBe(first)
  expect(await failure(client.refreshTokenGrant(config, first))).toBe('invalid_grant')
  expect(await failure(client.refreshTokenGrant(config, next.refresh_token ?? ''))).toBe('invalid_grant')
})

test('lets the old secret work beside the new one for seven days, or until an administrator ends it', async () => {
  const web = await connect()
  const works = async (secret: string) =>
    (await failure(signInToWebApp(app, web, { proof: client.ClientSecretBasic(secret), username: nina }))) === undefined
  const rotated = await app.actions.rotateClientSecret({ id: web.id, by })
  const second = rotated.kind === 'rotated' ? rotated.secret : ''
  expect([await works(web.secret), await works(second)]).toEqual([true, true])
  expect(await app.actions.endOldSecret({ id: web.id, by })).toMatchObject({ kind: 'ended' })
  expect(await app.actions.endOldSecret({ id: web.id, by })).toEqual({ kind: 'no-old-secret' })
  expect([await works(web.secret), await works(second)]).toEqual([false, true])
  const again = await app.actions.rotateClientSecret({ id: web.id, by })
  app.clock.advance(7 * daySeconds + 1)
  expect(await works(second)).toBe(false)
  expect(await works(again.kind === 'rotated' ? again.secret : '')).toBe(true)
})

test('keeps no secret readable, neither in the database nor in the log or the audit', async () => {
  const web = await connect()
  const rotated = await app.actions.rotateClientSecret({ id: web.id, by })
  const secrets = [web.secret, rotated.kind === 'rotated' ? rotated.secret : 'none']
  const { rows } = await app.database.pool.query(
    `select to_jsonb(s)::text as text from app_client_secrets s union all select to_jsonb(a)::text from audit_events a
     union all select to_jsonb(c)::text from app_clients c`,
  )
  for (const secret of secrets) {
    const hex = Buffer.from(secret).toString('hex')
    expect(rows.filter(({ text }) => text.includes(secret) || text.includes(hex))).toEqual([])
    expect(app.logged()).not.toContain(secret)
  }
})

test('10.4.16 signs a user in to a web app by its key, pasted or at an address, and accepts an assertion once', async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kty: 'EC' as const, alg: 'ES256', use: 'sig', kid: 'k1' }] }
  receiver.answerWith(response =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(jwks)),
  )
  const pasted = await connect({ kind: 'key', jwks })
  const linked = await connect({ kind: 'key', jwksUri: receiver.url })
  const proof = client.PrivateKeyJwt({ key: privateKey as client.CryptoKey, kid: 'k1' })
  for (const web of [pasted, linked]) {
    const { tokens } = await signInToWebApp(app, web, { proof, username: riley })
    expect(tokens.claims()?.sub).toBe(await app.accountId(riley))
  }
  expect(receiver.received.map(({ path }) => path)).toEqual(['/events'])

  const assertions: string[] = []
  const keep: client.ClientAuth = async (server, metadata, body, headers) => {
    await proof(server, metadata, body, headers)
    assertions.push(body.get('client_assertion') ?? '')
  }
  await signInToWebApp(app, pasted, { proof: keep, username: riley })
  const replay: client.ClientAuth = (_server, _metadata, body) => {
    body.set('client_assertion', assertions[0] ?? '')
    body.set('client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
  }
  expect(await failure(signInToWebApp(app, pasted, { proof: replay, username: riley }))).toBe('invalid_client')
  const { privateKey: foreign } = await generateKeyPair('ES256')
  const thief = client.PrivateKeyJwt({ key: foreign as client.CryptoKey, kid: 'k1' })
  expect(await failure(signInToWebApp(app, pasted, { proof: thief, username: riley }))).toBe('invalid_client')
})

test('1.3.6 reads the keys of an app from no inner network', async () => {
  const { privateKey } = await generateKeyPair('ES256')
  const web = await connect({ kind: 'key', jwksUri: `http://localhost:${receiver.port}/keys` })
  const proof = client.PrivateKeyJwt(privateKey as client.CryptoKey)
  const before = receiver.received.length
  expect(await failure(signInToWebApp(app, web, { proof, username: riley }))).toMatch(/invalid_client/)
  expect(receiver.received).toHaveLength(before)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { riley } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { type AppDevice, ask, createAppDevice, questionOf } from '../../../tests/support/servers/app-sign-in.ts'
import { policyWithFormTarget } from '../../platform/http/security-headers.ts'

const shop = { clientId: 'shop', redirectUri: 'https://shop.example/back' }

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  const client = {
    id: 'shop',
    name: 'the shop',
    redirectUris: [shop.redirectUri],
    startUrl: 'https://shop.example/start',
  }
  await app.actions.addClient({ client: { ...client, admits: ['device'] }, by: { actor: 'command-line' } })
})
afterAll(() => app.stop())

const post = (path: string, body: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(app.url + path, { method: 'POST', headers, body: new URLSearchParams(body) })

/** The log lines about refused apps since the last call. */
function createReadRefusals() {
  let from = 0
  return () => {
    const lines = app
      .logged()
      .slice(from)
      .split('\n')
      .filter(line => line.includes('An app was refused'))
    from = app.logged().length
    return lines.map(line => JSON.parse(line) as { app: string; error: string; reason: string; setting: string })
  }
}

async function codeFor(device: AppDevice): Promise<string> {
  const visitor = app.visitor()
  await ask(visitor, device)
  const { location = '' } = await visitor.press('Sign in', { username: riley, password: app.passwordOf(riley) })
  return new URL(location).searchParams.get('code') ?? ''
}

test('10.4.4 describes in the discovery document exactly what it serves', async () => {
  const issuer = `${app.url}/oidc`
  const described = (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as Record<string, string>
  expect(described).toEqual({
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    pushed_authorization_request_endpoint: `${issuer}/request`,
    revocation_endpoint: `${issuer}/token/revocation`,
    userinfo_endpoint: `${issuer}/me`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none', 'client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['ES256', 'PS256', 'RS256', 'EdDSA'],
    id_token_signing_alg_values_supported: ['ES256'],
    dpop_signing_alg_values_supported: ['ES256'],
    scopes_supported: ['openid', 'offline_access', 'profile', 'email', 'user_type', 'role', 'territories', 'retailer'],
    claims_supported: expect.arrayContaining(['sub', 'user_type', 'role', 'territories', 'retailer', 'name', 'email']),
    claim_types_supported: ['normal'],
    backchannel_logout_supported: true,
    backchannel_logout_session_supported: true,
    acr_values_supported: ['aal1', 'aal2'],
    subject_types_supported: ['public'],
    claims_parameter_supported: false,
    request_uri_parameter_supported: false,
    authorization_response_iss_parameter_supported: true,
  })
  for (const [name, address] of Object.entries(described).filter(([name]) => /_endpoint$|_uri$/.test(name))) {
    const method = /token|request|revocation/.test(name) ? 'POST' : 'GET'
    expect((await fetch(address, { method })).status, name).not.toBe(404)
  }
})

test('logs the wrong setting when it refuses an app, and no secret', async () => {
  const readRefusals = createReadRefusals()
  const refusedFor = async (body: Record<string, string>, headers: Record<string, string> = {}) => {
    expect(
      (await post('/oidc/token', { client_id: 'shop', redirect_uri: shop.redirectUri, ...body }, headers)).ok,
    ).toBe(false)
    const [line, ...more] = readRefusals()
    expect(more).toEqual([])
    return line
  }
  const device = await createAppDevice(app, shop)
  const code = await codeFor(device)
  readRefusals()
  const grant = { grant_type: 'authorization_code', code }
  expect(await refusedFor(grant)).toMatchObject({
    app: 'shop',
    error: 'invalid_grant',
    setting: expect.stringContaining('PKCE'),
  })
  expect(await refusedFor({ ...grant, code_verifier: device.verifier })).toMatchObject({
    app: 'shop',
    error: 'invalid_grant',
    reason: 'DPoP proof JWT not provided',
    setting: expect.stringContaining('Turn on DPoP'),
  })
  const basic = `Basic ${Buffer.from('shop:a-client-secret').toString('base64')}`
  expect(await refusedFor(grant, { authorization: basic })).toMatchObject({
    error: 'invalid_client',
    setting: expect.stringContaining('token_endpoint_auth_method'),
  })
  expect(await refusedFor({ grant_type: 'password' })).toMatchObject({ setting: expect.stringContaining('grant type') })

  const question = await questionOf(device)
  const wrong: [Record<string, string>, string][] = [
    [{ code_challenge: '', code_challenge_method: '' }, 'PKCE'],
    [{ redirect_uri: 'https://shop.example/other' }, 'redirect address'],
    [{ client_id: 'fieldkey-app', redirect_uri: `${app.url}/app/signed-in`, scope: 'openid email' }, 'scope'],
  ]
  for (const [more, setting] of wrong) {
    const asked = Object.entries({ client_id: 'shop', response_type: 'code', ...question, ...more })
    await app.visitor().get(`/oidc/auth?${new URLSearchParams(asked.filter(([, text]) => text !== ''))}`)
    expect(readRefusals(), setting).toEqual([expect.objectContaining({ setting: expect.stringContaining(setting) })])
  }
  for (const secret of [code, device.verifier, 'a-client-secret']) expect(app.logged()).not.toContain(secret)
})

test('links an expired sign-in back to its app, and gives an unknown app no link', async () => {
  const visitor = app.visitor()
  const { html } = await ask(visitor, await createAppDevice(app, shop))
  const path = /action="(\/oidc\/interaction\/[^"]+)"/.exec(html)?.[1] ?? ''
  app.clock.advance(61 * 60)
  for (const answer of [await visitor.get(path), await visitor.post(path, { username: riley, password: 'x' })]) {
    expect(answer.status).toBe(410)
    expect(answer.html).toContain('href="https://shop.example/start"')
    expect(answer.html).toContain('Go back to the shop')
  }
  const unknown = await visitor.get('/oidc/interaction/x?app=https://evil.example')
  expect(unknown.status).toBe(410)
  expect(unknown.html).not.toContain('evil')
})

test('11.1.4 never turns an origin with unusual characters into a policy directive', () => {
  const policy = policyWithFormTarget(['https://a;script-src', 'https://shop.example:8443', 'http://[::1]:80'])
  expect(policy).toContain("form-action 'self' https://shop.example:8443 http://[::1]:80;")
  expect(policy.match(/script-src/g)).toHaveLength(1)
})

test("2.4.1 limits each network's requests to the public endpoints, without affecting other networks", async () => {
  const network = '203.0.113.77'
  const headers = { 'x-forwarded-for': network }
  await app.ground.limiter.take('appSignInsPerNetwork', network, 300)
  const page = await app.visitor(network).get('/oidc/auth?client_id=shop')
  expect([page.status, page.heading]).toEqual([429, 'Too many sign-ins from your network'])
  const pushed = await post('/oidc/request', { client_id: 'shop' }, headers)
  expect([pushed.status, pushed.headers.has('retry-after')]).toEqual([429, true])
  expect(await pushed.json()).toMatchObject({ error: 'temporarily_unavailable' })
  expect((await post('/oidc/token', { client_id: 'shop' }, headers)).status).toBe(400)
  await app.ground.limiter.take('appRequestsPerNetwork', network, 3000)
  for (const path of ['/oidc/token', '/oidc/token/revocation'])
    expect((await post(path, { client_id: 'shop' }, headers)).status, path).toBe(429)
  expect((await fetch(`${app.url}/oidc/me`, { headers })).status).toBe(429)
  expect((await app.visitor().get('/oidc/auth?client_id=shop')).status).not.toBe(429)
})

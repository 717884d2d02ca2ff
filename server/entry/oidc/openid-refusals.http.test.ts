import * as client from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedInAt } from '../../../tests/support/people/administrators.ts'
import { ava, nina, riley } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import {
  type AppDevice,
  ask,
  buildQuestion,
  createAppDevice,
  questionOf,
  refresh,
  signInToApp,
  takeTokens,
} from '../../../tests/support/servers/app-sign-in.ts'

const shopApp = { clientId: 'shop', redirectUri: 'https://shop.example/back' }

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  const shop = { id: 'shop', name: 'the shop', redirectUris: [shopApp.redirectUri], startUrl: null }
  await app.actions.addClient({ client: { ...shop, admits: ['device'] }, by: { actor: 'command-line' } })
})
afterAll(() => app.stop())

const tokenPath = '/oidc/token'
const post = async (path: string, body: Record<string, string>) => {
  const answer = await fetch(app.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(body),
  })
  return { status: answer.status, body: (await answer.json()) as { error?: string } }
}
/** The error that the app gets immediately, without a page in between. */
const sentBackWith = async (device: AppDevice, more: Record<string, string>) => {
  const { location = '' } = await app.visitor().get(new URL(await buildQuestion(device, more)).href)
  return new URL(location).searchParams
}
const discover = async () =>
  (await (await fetch(`${app.url}/oidc/.well-known/openid-configuration`)).json()) as Record<string, string[] | string>

test('10.4.4 10.6.1 offers only codes with PKCE and refresh tokens, and sends no token through a browser', async () => {
  const described = await discover()
  expect(described.issuer).toBe(`${app.url}/oidc`)
  expect(described.response_types_supported).toEqual(['code'])
  expect(described.grant_types_supported).toEqual(['authorization_code', 'refresh_token'])
  expect(described.code_challenge_methods_supported).toEqual(['S256'])
  for (const grant of ['password', 'implicit', 'client_credentials', 'urn:ietf:params:oauth:grant-type:device_code']) {
    const answered = await post(tokenPath, { grant_type: grant, client_id: 'shop', username: ava, password: 'x' })
    expect([answered.status, answered.body.error], grant).toEqual([400, 'unsupported_grant_type'])
  }
})

test('10.4.12 returns the code in the query, never in a fragment or a form', async () => {
  const device = await createAppDevice(app)
  for (const mode of ['fragment', 'form_post', 'web_message', 'jwt']) {
    const { location = '', html } = await ask(app.visitor(), device, { response_mode: mode })
    expect(html, mode).not.toContain('name="username"')
    expect(`${location}${html}`, mode).not.toContain('code=')
  }
  expect((await ask(app.visitor(), device, { response_mode: 'query' })).heading).toBe('Sign in')
})

test('10.4.11 10.2.3 gives each app only its own scopes, and our app neither name nor address', async () => {
  const device = await createAppDevice(app)
  expect((await sentBackWith(device, { scope: 'openid email' })).get('error')).toBe('invalid_scope')
  const shop = await createAppDevice(app, shopApp)
  expect((await ask(app.visitor(), shop, { scope: 'openid profile email' })).heading).toBe('Sign in')
})

test('10.4.13 accepts a pushed request once, and only from the app that pushed it', async () => {
  const device = await createAppDevice(app)
  const pushed = await client.buildAuthorizationUrlWithPAR(device.config, await questionOf(device), {
    DPoP: device.DPoP,
  })
  const foreign = new URL(pushed)
  foreign.searchParams.set('client_id', 'shop')
  const visitor = app.visitor()
  expect((await visitor.get(foreign.pathname + foreign.search)).location ?? '').not.toContain('/oidc/interaction/')
  const sent = await visitor.get(pushed.pathname + pushed.search)
  expect((await visitor.get(sent.location ?? '')).heading).toBe('Sign in')
  const answer = await visitor.press('Sign in', { username: riley, password: app.passwordOf(riley) })
  expect((await takeTokens(device, answer)).access_token).toBeDefined()
  const again = await visitor.get(pushed.pathname + pushed.search)
  expect(new URL(again.location ?? '').searchParams.get('error')).toBe('invalid_request_uri')
})

test("10.4.15 10.4.7 10.6.2 serves no endpoint it doesn't offer: authorization details, registration and others", async () => {
  const device = await createAppDevice(app)
  const asked = await ask(app.visitor(), device, { authorization_details: '[{"type":"payment"}]', request: 'eyJh' })
  expect(asked.html).not.toContain('name="username"')
  const described = await discover()
  expect(Object.keys(described).filter(name => /registration|introspection|device|end_session/.test(name))).toEqual([])
  for (const path of ['/oidc/reg', '/oidc/token/introspection', '/oidc/session/end', '/oidc/device']) {
    expect((await app.visitor().get(path)).status, path).toBe(404)
    expect((await app.visitor().post(path)).status, path).toBe(404)
  }
})

test("10.3.1 10.3.2 refuses another app's token at our own API", async () => {
  const shop = await createAppDevice(app, shopApp)
  const visitor = app.visitor()
  await ask(visitor, shop, { scope: 'openid offline_access profile' })
  const answer = await visitor.press('Sign in', { username: riley, password: app.passwordOf(riley) })
  const tokens = await takeTokens(shop, answer)
  const own = await signInToApp(app, riley)
  const askMe = (device: AppDevice, token: string) =>
    client
      .fetchProtectedResource(device.config, token, new URL(`${app.url}/api/app/me`), 'GET', null, undefined, {
        DPoP: device.DPoP,
      })
      .then(
        answered => answered.status,
        (fault: { status?: number }) => fault.status,
      )
  expect(await askMe(own.device, own.tokens.access_token)).toBe(200)
  expect(await askMe(shop, tokens.access_token)).toBe(401)
  expect(await askMe(shop, own.tokens.access_token)).toBe(401)

  const claims = await client.fetchUserInfo(shop.config, tokens.access_token, tokens.claims()?.sub ?? '', {
    DPoP: shop.DPoP,
  })
  expect(claims).toMatchObject({ preferred_username: riley })
  expect([claims.email, claims.user_type]).toEqual([undefined, undefined])
})

test('10.3.3 10.5.2 identifies a person by the account id, so a reused username inherits nothing', async () => {
  const { tokens } = await signInToApp(app, riley)
  const subject = tokens.claims()?.sub
  expect(subject).toBe(await app.accountId(riley))
  const renamed = 'riley.moved@harbourvale.example'
  const rename = (id: string | undefined, to: string) =>
    app.database.pool.query('update accounts set username = $2, username_key = $2 where id = $1', [id, to])
  await rename(subject, renamed)
  await rename(await app.accountId(ava), riley)
  const again = await signInToAppAs(renamed, app.passwordOf(riley))
  const other = await signInToAppAs(riley, app.passwordOf(ava))
  expect(again?.claims()?.sub).toBe(subject)
  // Ava is not a rep: even with a rep's username she gets no further than the page that says so.
  expect(other).toBeUndefined()
  await rename(await app.accountId(riley), ava)
  await rename(subject, riley)
})

test('10.7.3 7.5.2 lists the apps a person is signed in to, and ends one without the others', async () => {
  const visitor = app.visitor()
  const first = await signInToApp(app, nina, visitor)
  const shop = await createAppDevice(app, shopApp)
  await ask(visitor, shop)
  const other = await takeTokens(shop, await visitor.press('Go on'))
  const page = await visitor.get('/account')
  expect(page.html).toContain('The sales app')
  const [, session = ''] = /value="([0-9a-f-]{36})"[^<]*<span[^>]*> sign-in of The shop/.exec(page.html) ?? []
  // No one can end another person's sign-in.
  const stranger = await signedInAt(app, ava, app.passwordOf(ava))
  expect((await stranger.post('/account/sessions/end', { session })).status).toBe(303)
  expect((await refresh(shop, other.refresh_token)).access_token).toBeDefined()

  expect((await visitor.post('/account/sessions/end', { session })).location).toBe('/account')
  await expect(refresh(shop, other.refresh_token)).rejects.toMatchObject({ error_description: 'ended: expired' })
  expect((await refresh(first.device, first.tokens.refresh_token)).access_token).toBeDefined()
  const after = await visitor.get('/account')
  expect(after.html).not.toContain('The shop')
  expect(after.html).toContain('The sales app')
})

async function signInToAppAs(username: string, password: string) {
  const device = await createAppDevice(app)
  const visitor = app.visitor()
  await ask(visitor, device)
  const answer = await visitor.press('Sign in', { username, password })
  return answer.location === undefined ? undefined : takeTokens(device, answer)
}

test('7.6.1 6.8.4 signs in again when an app requires it, and tells an app that allows no page that one is needed', async () => {
  const visitor = app.visitor()
  const first = await createAppDevice(app)
  await ask(visitor, first)
  const answer = await visitor.press('Sign in', { username: riley, password: app.passwordOf(riley) })
  const claims = (await takeTokens(first, answer)).claims()
  expect(claims).toMatchObject({ auth_time: Math.floor(app.clock.now().getTime() / 1000), amr: ['pwd'] })
  const silent = await sentBackWith(await createAppDevice(app), { prompt: 'none' })
  expect(silent.get('error')).toBe('login_required')
  app.clock.advance(61)
  for (const asked of [{ prompt: 'login consent' }, { max_age: '60' }]) {
    const device = await createAppDevice(app)
    const form = await ask(visitor, device, asked)
    expect(form.heading, JSON.stringify(asked)).toBe('Sign in')
    // Posting "Go on" doesn't bypass the form: the person has to sign in again.
    const path = /action="(\/oidc\/interaction\/[^"]+)"/.exec(form.html)?.[1] ?? ''
    expect((await visitor.post(path, { go: 'on' })).heading).toBe('Sign in')
  }
  const fresh = await createAppDevice(app)
  expect((await ask(visitor, fresh, { max_age: '3600' })).heading).toBe('Go on as Riley Rep?')
})

test('10.7.1 10.7.2 asks a signed-in person each time, and says what the app learns and for how long', async () => {
  const visitor = app.visitor()
  const shop = await createAppDevice(app, shopApp)
  await ask(visitor, shop, { scope: 'openid offline_access profile email' })
  await visitor.press('Sign in', { username: riley, password: app.passwordOf(riley) })
  for (let time = 0; time < 2; time++) {
    const page = await ask(visitor, await createAppDevice(app, shopApp), {
      scope: 'openid offline_access profile email',
    })
    expect(page.heading).toBe('Go on as Riley Rep?')
    expect(page.html).toContain('go on to the shop')
    expect(page.html).toContain('It learns who you are here, your name and username and your email address')
    expect(page.html).toContain('for up to 30 days')
  }
})

test('refuses an unreadable request instead of failing', async () => {
  const visitor = app.visitor()
  const unreadable = [
    '/oidc/auth/unknown?client_id=fieldkey-app',
    '/oidc/auth?client_id=fieldkey-app&scope=a&scope=b',
    '/oidc/auth?client_id=%00',
    '/oidc/auth?client_id=fieldkey-app&state=%00',
    '/oidc/interaction/%00',
  ]
  for (const path of unreadable) expect((await visitor.get(path)).status, path).toBeLessThan(500)
  const push = { client_id: 'fieldkey-app', response_type: 'code', scope: 'openid', code_challenge_method: 'S256' }
  const rest = {
    redirect_uri: `${app.url}/app/signed-in`,
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  }
  const pushing = (more: object) => visitor.post('/oidc/request', { ...push, ...rest, ...more })
  expect((await pushing({})).status).toBe(201)
  for (const more of [{ state: '\0' }, { client_id: '\0' }, { nonce: 'a\0' }]) {
    const pushed = await pushing(more)
    expect(pushed.status, JSON.stringify(more)).toBeLessThan(500)
    const [, uri = 'none'] = /"request_uri":"([^"]+)"/.exec(pushed.html) ?? []
    const query = new URLSearchParams({ client_id: 'fieldkey-app', request_uri: uri })
    expect((await visitor.get(`/oidc/auth?${query}`)).status, JSON.stringify(more)).toBeLessThan(500)
  }
})

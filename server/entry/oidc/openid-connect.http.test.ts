import { createHash, randomUUID } from 'node:crypto'
import * as client from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goodPassword } from '../../../tests/support/mails/reset-mail.ts'
import { addRep } from '../../../tests/support/people/administrators.ts'
import {
  askForMail,
  buyer,
  dan,
  nina,
  riley,
  sam,
  save,
  signIn,
} from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import {
  ask,
  createAppDevice,
  questionOf,
  refresh,
  signInToApp,
  takeTokens,
} from '../../../tests/support/servers/app-sign-in.ts'

let app: TestApp
let other: TestApp
beforeAll(async () => {
  app = await startTestApp()
  other = await startTestApp({ beside: app })
  const admits = ['contact' as const]
  const redirectUris = ['https://shop.example/back']
  const shop = { id: 'shop', name: 'the shop', redirectUris, admits, startUrl: 'https://shop.example/' }
  await app.actions.addClient({ client: shop, by: { actor: 'command-line' } })
})
afterAll(async () => {
  await other.stop()
  await app.stop()
})

const failure = async (promise: Promise<unknown>) => {
  const fault = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  return fault as { error?: string; error_description?: string } | undefined
}

test('10.4.5 signs a rep in to the app with a token that is bound to the device and not rotated', async () => {
  const { device, tokens } = await signInToApp(app, riley)
  expect(tokens.token_type).toBe('dpop')
  expect(tokens.claims()).toMatchObject({ sub: await app.accountId(riley), amr: ['pwd'], iss: `${app.url}/oidc` })
  const again = await refresh(device, tokens.refresh_token)
  expect(again.access_token).not.toBe(tokens.access_token)
  expect(again.refresh_token ?? tokens.refresh_token).toBe(tokens.refresh_token)

  const thief = await createAppDevice(app)
  expect(await failure(refresh(thief, tokens.refresh_token))).toMatchObject({ error: 'invalid_grant' })
  expect((await refresh(device, tokens.refresh_token)).access_token).toBeDefined()
})

test("10.4.1 10.4.4 10.4.6 answers only a code request with PKCE by S256 for the app's exact address", async () => {
  const device = await createAppDevice(app)
  const visitor = app.visitor()
  const wrong: Record<string, string>[] = [
    { code_challenge_method: 'plain' },
    { code_challenge: '' },
    { response_type: 'token' },
    { response_type: 'code id_token', nonce: 'n' },
  ]
  for (const more of wrong) {
    const { location = '' } = await ask(visitor, device, more).catch(() => ({ location: undefined }))
    expect(location, JSON.stringify(more)).not.toContain('code=')
  }
  for (const redirect of [
    `${device.redirectUri}/`,
    `${device.redirectUri}?x=1`,
    'https://evil.example/app/signed-in',
  ]) {
    const answer = await ask(visitor, device, { redirect_uri: redirect })
    expect(answer.status, redirect).toBe(400)
    expect(answer.heading).toBe("This sign-in can't continue")
  }
})

test('10.4.2 accepts a code once, even concurrently, and revokes its tokens when it is replayed', async () => {
  const visitor = app.visitor()
  const device = await createAppDevice(app)
  await ask(visitor, device)
  const answer = await visitor.press('Sign in', { username: nina, password: app.passwordOf(nina) })
  const tokens = await takeTokens(device, answer)
  expect(await failure(takeTokens(device, answer))).toMatchObject({ error: 'invalid_grant' })
  expect(await failure(refresh(device, tokens.refresh_token))).toMatchObject({ error: 'invalid_grant' })

  for (let round = 0; round < 4; round++) {
    const again = await createAppDevice(app)
    await ask(visitor, again)
    const back = await visitor.press('Go on')
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => takeTokens(again, back)))
    expect(all.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1)
  }
})

test('10.2.2 accepts a pushed authorization request, and names the issuer in its answers', async () => {
  const device = await createAppDevice(app)
  const address = await client.buildAuthorizationUrlWithPAR(device.config, await questionOf(device), {
    DPoP: device.DPoP,
  })
  expect([...address.searchParams.keys()].sort()).toEqual(['client_id', 'request_uri'])
  const visitor = app.visitor()
  const sent = await visitor.get(address.pathname + address.search)
  expect((await visitor.get(sent.location ?? '')).heading).toBe('Sign in')
  const answer = await visitor.press('Sign in', { username: dan, password: app.passwordOf(dan) })
  expect(new URL(answer.location ?? '').searchParams.get('iss')).toBe(`${app.url}/oidc`)
  expect((await takeTokens(device, answer)).access_token).toBeDefined()
})

test('lets a signed-in person continue or sign in as another person', async () => {
  const visitor = app.visitor()
  await signIn(visitor, dan, app.passwordOf(dan))
  const device = await createAppDevice(app)
  expect((await ask(visitor, device)).heading).toBe('Go on as Dan Dual?')
  const tokens = await takeTokens(device, await visitor.press('Go on'))
  expect(tokens.claims()?.sub).toBe(await app.accountId(dan))

  const next = await createAppDevice(app)
  const page = await ask(visitor, next)
  const other = /href="(\/oidc\/interaction\/[^"]+other)"/.exec(page.html)?.[1] ?? ''
  const form = await visitor.get(other.replace('&amp;', '&'))
  expect(form.heading).toBe('Sign in')
  const answer = await visitor.press('Sign in', { username: nina, password: app.passwordOf(nina) })
  expect((await takeTokens(next, answer)).claims()?.sub).toBe(await app.accountId(nina))
  expect((await ask(visitor, await createAppDevice(app), { prompt: 'login consent' })).heading).toBe('Sign in')
})

test('tells a user of another type which app is theirs', async () => {
  const visitor = app.visitor()
  await ask(visitor, await createAppDevice(app))
  const answer = await visitor.press('Sign in', { username: sam, password: app.passwordOf(sam) })
  expect([answer.status, answer.heading]).toEqual([403, "This isn't your app"])

  const contact = app.visitor()
  const shop = await createAppDevice(app, { clientId: 'shop', redirectUri: 'https://shop.example/back' })
  const form = await ask(contact, shop)
  expect(form.headers['content-security-policy']).toContain("form-action 'self' https://shop.example;")
  expect(form.html).toContain('the shop')
  const back = await contact.press('Sign in', { username: 'HV1001', password: app.passwordOf('HV1001') })
  expect(back.status).toBe(303)
  expect((await contact.get('/account')).html).toContain('https://shop.example/')

  const wrong = app.visitor()
  await ask(wrong, await createAppDevice(app))
  const refused = await wrong.press('Sign in', { username: 'HV1001', password: app.passwordOf('HV1001') })
  expect(refused.html).toContain('https://shop.example/')
  expect(buyer).toContain('@')
})

test('7.4.2 10.4.9 7.1.3 ends every token immediately on a reset, a deactivation and the end of all sessions, and says why', async () => {
  const authority = { actor: 'command-line' } as const
  const { accountId, username, password } = await addRep(app)
  const first = await signInToApp(app, username, app.visitor(), password)
  await app.actions.endUserSessions({ accountId, authority })
  expect(await failure(refresh(first.device, first.tokens.refresh_token))).toMatchObject({
    error: 'invalid_grant',
    error_description: 'ended: signed-out-by-admin',
  })

  const second = await signInToApp(app, username, app.visitor(), password)
  const { path, code } = await askForMail(app, username)
  await save(app.visitor(), path, { code })
  const ended = await failure(refresh(second.device, second.tokens.refresh_token))
  expect(ended).toMatchObject({ error_description: 'ended: password-reset' })

  const third = await signInToApp(app, username, app.visitor(), goodPassword)
  await app.actions.deactivateUser({ accountId, authority })
  expect(await failure(refresh(third.device, third.tokens.refresh_token))).toMatchObject({
    error_description: 'ended: deactivated',
  })
})

test("abandons an unfinished sign-in when the account's sessions end", async () => {
  const visitor = app.visitor()
  const device = await createAppDevice(app)
  await ask(visitor, device)
  const answer = await visitor.post(pathOf(await ask(visitor, device)), {
    username: nina,
    password: app.passwordOf(nina),
  })
  await app.actions.endUserSessions({ accountId: await app.accountId(nina), authority: { actor: 'command-line' } })
  const resumed = await visitor.get(answer.location ?? '')
  expect(resumed.location).toBeUndefined()
  expect(resumed.heading).toBe("This sign-in can't continue")
})

test('10.3.5 10.4.14 accepts a proof once across all servers, and one nonce for the whole site', async () => {
  const rep = await addRep(app)
  const { device, tokens } = await signInToApp(app, rep.username, app.visitor(), rep.password)
  const proof = await proofOf(device.keys, { htu: `${app.url}/api/app/me`, token: tokens.access_token })
  const asking = { authorization: `DPoP ${tokens.access_token}`, method: 'GET', path: '/api/app/me' }
  const told = await app.actions.findRep({ ...asking, proof })
  if (told.kind !== 'use-nonce') throw new Error(told.kind)
  const fresh = await proofOf(device.keys, {
    htu: `${app.url}/api/app/me`,
    token: tokens.access_token,
    nonce: told.nonce,
  })
  const both = await Promise.all([app, other].map(one => one.actions.findRep({ ...asking, proof: fresh })))
  expect(both.map(({ kind }) => kind).sort()).toEqual(['no-token', 'rep'])
  for (const wrong of [{ method: 'POST' }, { path: '/api/app/push' }]) {
    const next = await proofOf(device.keys, {
      htu: `${app.url}/api/app/me`,
      token: tokens.access_token,
      nonce: told.nonce,
    })
    expect((await app.actions.findRep({ ...asking, ...wrong, proof: next })).kind).toBe('no-token')
  }
  const strange = await client.randomDPoPKeyPair('ES256')
  const stolen = await proofOf(strange, { htu: `${app.url}/api/app/me`, token: tokens.access_token, nonce: told.nonce })
  expect((await app.actions.findRep({ ...asking, proof: stolen })).kind).toBe('no-token')

  await app.actions.markUserCompromised({ accountId: rep.accountId, authority: { actor: 'command-line' } })
  expect(await app.actions.findRep({ ...asking, proof: fresh })).toEqual({ kind: 'ended', reason: 'compromised' })
})

test('10.4.3 10.4.8 limits a code to one minute and a sign-in to thirty days, without extension', async () => {
  const { device, tokens } = await signInToApp(app, nina)
  const late = await createAppDevice(app)
  const visitor = app.visitor()
  await ask(visitor, late)
  const answer = await visitor.press('Sign in', { username: nina, password: app.passwordOf(nina) })
  app.clock.advance(61)
  expect(await failure(takeTokens(late, answer))).toMatchObject({ error: 'invalid_grant' })
  app.clock.advance(29 * 86_400)
  await refresh(device, tokens.refresh_token)
  app.clock.advance(86_400)
  expect(await failure(refresh(device, tokens.refresh_token))).toMatchObject({ error_description: 'ended: expired' })
})

test('keeps no token, code or sign-in id in a table or in the log', async () => {
  const { tokens } = await signInToApp(app, nina)
  const { rows } = await app.database.pool.query('select r::text as row from provider_records r')
  const text = rows.map(({ row }) => row).join('\n') + app.logged()
  expect(text).toContain('AccessToken')
  for (const secret of [tokens.access_token, tokens.refresh_token ?? '', tokens.id_token ?? '']) {
    expect(secret.length).toBeGreaterThan(20)
    expect(text).not.toContain(secret)
  }
})

const pathOf = ({ html }: { html: string }) => /action="(\/oidc\/interaction\/[^"]+)"/.exec(html)?.[1] ?? ''

async function proofOf(
  keys: client.CryptoKeyPair,
  { htu, token, nonce }: { htu: string; token: string; nonce?: string },
) {
  const { SignJWT, exportJWK } = await import('jose')
  const ath = createHash('sha256').update(token).digest('base64url')
  return new SignJWT({ htm: 'GET', htu, ath, jti: randomUUID(), ...(nonce && { nonce }) })
    .setIssuedAt()
    .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: await exportJWK(keys.publicKey) })
    .sign(keys.privateKey)
}

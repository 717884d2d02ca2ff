import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  addProvider,
  begin,
  companyEnv,
  leadsTo,
  redirectOf,
  visit,
} from '../../../tests/support/company/company-sign-in.ts'
import type { MockAnswer } from '../../../tests/support/company/mock-provider-process.ts'
import {
  type MockProvider,
  startCertifiedProvider,
  startMockProvider,
} from '../../../tests/support/company/providers.ts'
import { addRep } from '../../../tests/support/people/administrators.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { createVisitor, type Visitor } from '../../../tests/support/servers/visitor.ts'

let app: TestApp
let provider: MockProvider
let providerId: string
let email: string
beforeAll(async () => {
  app = await startTestApp({ env: companyEnv })
  provider = await startMockProvider()
  providerId = await addProvider(app, { issuer: provider.issuer })
  email = (await addRep(app)).username
})
afterAll(async () => {
  await app.stop()
  await provider.stop()
})

const right = () => ({ sub: 'subject', email, email_verified: true })
beforeEach(() => provider.answerWith({ claims: right() }))

const isSignedIn = async (visitor: Visitor) => (await visitor.get('/account')).status === 200

describe('6.8.2 a token is refused', () => {
  const hourAgo = () => Math.floor(Date.now() / 1000) - 3600
  const spoilt: [string, () => MockAnswer][] = [
    ['of another issuer', () => ({ claims: { ...right(), iss: 'https://login.example.com' } })],
    ['for another audience', () => ({ claims: { ...right(), aud: 'another-app' } })],
    [
      'for another audience beside ours, which it was issued for',
      () => ({ claims: { ...right(), aud: ['fieldkey', 'other'], azp: 'other' } }),
    ],
    ['of another visit (nonce)', () => ({ claims: { ...right(), nonce: 'of another visit' } })],
    ['without a nonce', () => ({ claims: right(), without: ['nonce'] })],
    ['that has expired', () => ({ claims: { ...right(), iat: hourAgo(), exp: hourAgo() + 60 } })],
    ['without a subject', () => ({ claims: right(), without: ['sub'] })],
    ['without a signature (alg none)', () => ({ claims: right(), isUnsigned: true })],
    ['with a signature of someone else', () => ({ claims: right(), isForged: true })],
  ]

  test.each(spoilt)('%s', async (_what, answer) => {
    await provider.answerWith(answer())
    const visitor = app.visitor()
    const refused = await visit(visitor, providerId)
    expect([refused.status, refused.heading]).toEqual([400, "The answer of Harbour Login couldn't be verified"])
    expect(await isSignedIn(visitor)).toBe(false)
  })

  test('but a right one is accepted, also after the keys of the provider have rotated', async () => {
    expect((await visit(app.visitor(), providerId)).location).toBe('/account')
    await provider.rotateKeys()
    expect((await visit(app.visitor(), providerId)).location).toBe('/account')
  })
})

describe('10.5.1 a return from the provider', () => {
  test('counts once: a replayed code and state sign no one in', async () => {
    const visitor = app.visitor()
    const address = await begin(visitor, providerId)
    const cookie = visitor.cookies.get('__Host-fieldkey_company') ?? ''
    const back = await redirectOf(address)
    expect((await visitor.get(back)).location).toBe('/account')
    visitor.cookies.set('__Host-fieldkey_company', cookie)
    visitor.cookies.delete('__Host-fieldkey_session')
    expect((await visitor.get(back)).heading).toBe('This sign-in has ended')
    expect(await isSignedIn(visitor)).toBe(false)
  })

  test('counts once, also when it arrives twenty times together', async () => {
    const visitor = app.visitor()
    const back = await redirectOf(await begin(visitor, providerId))
    const answers = await Promise.all(Array.from({ length: 20 }, () => visitor.get(back)))
    expect(answers.filter(({ location }) => location === '/account')).toHaveLength(1)
  })

  test('belongs to the browser that began: the state of another browser signs no one in', async () => {
    const thief = app.visitor()
    const back = await redirectOf(await begin(thief, providerId))
    const victim = app.visitor()
    expect((await victim.get(back)).heading).toBe('This sign-in has ended')
    await begin(victim, providerId)
    expect((await victim.get(back)).heading).toBe('This sign-in has ended')
    expect(await isSignedIn(victim)).toBe(false)
  })

  test('has to come within ten minutes', async () => {
    const visitor = app.visitor()
    const back = await redirectOf(await begin(visitor, providerId))
    app.clock.advance(601)
    expect((await visitor.get(back)).heading).toBe('This sign-in has ended')
  })

  test('with the error of the provider says so, and signs no one in', async () => {
    const visitor = app.visitor()
    const state = (await begin(visitor, providerId)).searchParams.get('state')
    const answer = await visitor.get(`/sign-in/company/${providerId}?error=access_denied&state=${state}`)
    expect([answer.status, answer.heading]).toEqual([403, "Harbour Login didn't sign you in"])
  })
})

describe('10.5.2 a mix-up of two providers', () => {
  test('is seen by the address that the answer comes to, and by the issuer that it names', async () => {
    const other = await startMockProvider()
    const otherId = await addProvider(app, { issuer: other.issuer, name: 'Second Login' })
    await other.answerWith({ claims: right() })
    const visitor = app.visitor()
    // Begun at the second one: its state comes back to the address of the first, with a code of the first.
    const state = (await begin(visitor, otherId)).searchParams.get('state')
    const back = new URL(await redirectOf(await begin(app.visitor(), providerId)), app.url)
    back.searchParams.set('state', state ?? '')
    expect((await visitor.get(back.pathname + back.search)).heading).toBe('This sign-in has ended')
    await provider.answerWith({ claims: right(), issInRedirect: other.issuer })
    expect((await visit(app.visitor(), providerId)).heading).toBe("The answer of Harbour Login couldn't be verified")
    await app.actions.removeCompanyProvider({ id: otherId, authority: { actor: 'command-line' } })
    await other.stop()
  })

  test('two providers may know the same subject: each is another person', async () => {
    const other = await startMockProvider()
    const otherId = await addProvider(app, {
      issuer: other.issuer,
      name: 'Second Login',
      domains: ['elsewhere.example'],
    })
    await other.answerWith({ claims: { ...right(), sub: 'subject' } })
    await visit(app.visitor(), providerId)
    expect((await visit(app.visitor(), otherId)).heading).toBe('No account here belongs to you yet')
    await app.actions.removeCompanyProvider({ id: otherId, authority: { actor: 'command-line' } })
    await other.stop()
  })
})

describe('a provider that is down', () => {
  test('gets a page that says what to do, at the start and at the return', async () => {
    const other = await startMockProvider()
    const otherId = await addProvider(app, { issuer: other.issuer, name: 'Tired Login' })
    const visitor = app.visitor()
    const back = await redirectOf(await begin(visitor, otherId))
    await other.stop()
    const returned = await visitor.get(back)
    expect([returned.status, returned.heading]).toEqual([503, "Tired Login doesn't answer"])
    app.clock.advance(3600)
    const begun = await visitor.post('/sign-in/company', { provider: otherId })
    expect([begun.status, begun.heading]).toEqual([503, "Tired Login doesn't answer"])
    expect(begun.html).toContain('Try again in a few minutes')
    await app.actions.removeCompanyProvider({ id: otherId, authority: { actor: 'command-line' } })
  })

  test('inside the network is not asked at all, unless the operator allows its host', async () => {
    const id = await addProvider(app, { issuer: 'https://169.254.169.254', name: 'Inner Login' })
    expect((await app.visitor().post('/sign-in/company', { provider: id })).status).toBe(503)
    expect(app.logged()).toContain('COMPANY_SIGN_IN_ALLOWED_HOSTS can allow the host')
    await app.actions.removeCompanyProvider({ id, authority: { actor: 'command-line' } })
  })
})

test('a certified provider in its own process signs a person in, with login hint and PKCE', async () => {
  const id = '0d9a4c3e-5f0a-4a51-9d1c-6a1d7d7c9f10'
  const certified = await startCertifiedProvider(`${app.url}/sign-in/company/${id}`)
  await addProvider(app, { id, issuer: certified.issuer, name: 'Certified Login' })
  const { username } = await addRep(app)
  const visitor = app.visitor()
  const address = leadsTo(await visitor.post('/sign-in/company', { provider: id, username }))
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    login_hint: username,
    code_challenge_method: 'S256',
  })
  const there = createVisitor(certified.issuer, '127.0.0.1')
  const asked = await there.get(address.pathname + address.search)
  expect((await there.get(asked.location ?? '')).heading).toBe('The company')
  const back = await there.press('Log in at the company')
  expect((await visitor.get((back.location ?? '').replace(app.url, ''))).location).toBe('/account')
  expect(await isSignedIn(visitor)).toBe(true)
  await app.actions.removeCompanyProvider({ id, authority: { actor: 'command-line' } })
  await certified.stop()
})

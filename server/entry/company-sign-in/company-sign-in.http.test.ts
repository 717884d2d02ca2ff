import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addProvider, begin, companyEnv, redirectOf, visit } from '../../../tests/support/company/company-sign-in.ts'
import { type MockProvider, startMockProvider } from '../../../tests/support/company/providers.ts'
import { addRep, addUser } from '../../../tests/support/people/administrators.ts'
import { nextMailOf, signIn } from '../../../tests/support/people/reset-steps-http.ts'
import { addAuthenticator } from '../../../tests/support/people/second-step.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { ask, createAppDevice, takeTokens } from '../../../tests/support/servers/app-sign-in.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'

let app: TestApp
let provider: MockProvider
let providerId: string
beforeAll(async () => {
  app = await startTestApp({ env: companyEnv })
  provider = await startMockProvider()
  providerId = await addProvider(app, { issuer: provider.issuer })
})
afterAll(async () => {
  await app.stop()
  await provider.stop()
})
beforeEach(() => provider.answerWith({}))

const isSignedIn = async (visitor: Visitor) => (await visitor.get('/account')).status === 200
const verified = (email: string, more = {}) => ({ sub: `subject of ${email}`, email, email_verified: true, ...more })
const nowSeconds = () => Math.floor(app.clock.now().getTime() / 1000)

async function sessionOf(username: string) {
  const { rows } = await app.database.pool.query(
    'select methods, authenticated_at from sessions where account_id = $1 order by created_at desc limit 1',
    [await app.accountId(username)],
  )
  return rows[0]
}

describe('a first company sign-in', () => {
  test('6.8.1 links by a verified address of a listed domain, once, and the person is told', async () => {
    const { username } = await addRep(app)
    await provider.answerWith({ claims: verified(username, { auth_time: nowSeconds() }) })
    const visitor = app.visitor()
    expect((await visit(visitor, providerId)).location).toBe('/account')
    expect(await isSignedIn(visitor)).toBe(true)
    expect((await sessionOf(username)).methods).toEqual(['fed'])
    await nextMailOf(app, { to: username, subject: 'A company sign-in was linked to your account' })
    // Issuer and subject are the person, whatever the address says later.
    await provider.answerWith({ claims: verified(username, { email: 'new.name@elsewhere.example' }) })
    expect(await isSignedIn((await signedInAgain()).visitor)).toBe(true)
  })

  test('6.8.1 the same address under another subject signs no one in: addresses are given to other people', async () => {
    const { username } = await addRep(app)
    await provider.answerWith({ claims: verified(username) })
    await visit(app.visitor(), providerId)
    await provider.answerWith({ claims: verified(username, { sub: 'the next owner' }) })
    const thief = app.visitor()
    const answer = await visit(thief, providerId)
    expect([answer.status, answer.heading]).toEqual([403, 'No account here belongs to you yet'])
    expect(await isSignedIn(thief)).toBe(false)
  })

  test.each([
    ['unverified', { email_verified: false }],
    ['verified only as text', { email_verified: 'true' }],
    ['without a word about it', {}],
    ['of an owner who was verified, but not the address', { email_verified: false, xms_edov: true }],
  ])('6.8.1 an address that is %s links nothing', async (_what, claims) => {
    const { username } = await addRep(app)
    await provider.answerWith({ claims: { sub: username, email: username, ...claims } })
    expect((await visit(app.visitor(), providerId)).heading).toBe('No account here belongs to you yet')
  })

  test('6.8.1 links by the claim that Entra ID has in place of a verified address', async () => {
    const { username } = await addRep(app)
    await provider.answerWith({ claims: { sub: username, email: username, xms_edov: '1' } })
    expect((await visit(app.visitor(), providerId)).location).toBe('/account')
  })

  test('6.8.1 a verified address of a domain that is not listed links nothing', async () => {
    await provider.answerWith({ claims: verified('buyer@cornerstore.example') })
    expect((await visit(app.visitor(), providerId)).status).toBe(403)
  })

  async function signedInAgain() {
    const visitor = app.visitor()
    await visit(visitor, providerId)
    return { visitor }
  }
})

describe('after the company sign-in', () => {
  test('a person with an authenticator app is asked for its code, unless the token says that both steps were taken', async () => {
    const { username } = await addRep(app)
    const authenticator = await addAuthenticator(app, username)
    await provider.answerWith({ claims: verified(username) })
    const visitor = app.visitor()
    expect((await visit(visitor, providerId)).location).toBe('/sign-in?step=second')
    expect(await isSignedIn(visitor)).toBe(false)
    await visitor.post('/sign-in?step=second', { code: authenticator.next() })
    expect((await sessionOf(username)).methods).toEqual(['fed', 'otp', 'mfa'])
    app.clock.advance(1)
    await provider.answerWith({ claims: verified(username, { amr: ['pwd', 'mfa', 'made-up'] }) })
    expect((await visit(app.visitor(), providerId)).location).toBe('/account')
    expect((await sessionOf(username)).methods).toEqual(['fed', 'pwd', 'mfa'])
  })

  test('7.5.1 a provider that does not say when the person signed in there confirms no sensitive change', async () => {
    const { username } = await addRep(app)
    await provider.answerWith({ claims: verified(username) })
    const visitor = app.visitor()
    await visit(visitor, providerId)
    expect((await visitor.post('/account/second-step/recovery-codes')).location).toContain('/account/confirm')
    await provider.answerWith({ claims: verified(username, { auth_time: nowSeconds() - 3600 }) })
    await visit(visitor, providerId)
    expect((await visitor.post('/account/second-step/recovery-codes')).location).toContain('/account/confirm')
  })

  test("a sign-in to the rep's app goes on to the app", async () => {
    const { username } = await addRep(app)
    await provider.answerWith({ claims: verified(username) })
    const device = await createAppDevice(app)
    const visitor = app.visitor()
    const page = await ask(visitor, device)
    const [, at = ''] = /action="(\/oidc\/interaction\/[^"]+)"/.exec(page.html) ?? []
    const back = await visit(visitor, providerId, at.replaceAll('&amp;', '&'))
    await visitor.get(back.location ?? '')
    const resumed = await visitor.post(back.location ?? '', { go: 'on' })
    const tokens = await takeTokens(device, await visitor.get(resumed.location ?? ''))
    expect(tokens.claims()).toMatchObject({ amr: ['fed'], acr: 'aal1' })
  })
})

describe('a person who may not sign in', () => {
  test('6.8.1 deactivated between the redirect and the return, gets no session', async () => {
    const { username, accountId } = await addRep(app)
    await provider.answerWith({ claims: verified(username) })
    await visit(app.visitor(), providerId)
    const visitor = app.visitor()
    const back = await redirectOf(await begin(visitor, providerId))
    await app.actions.deactivateUser({ accountId, authority: { actor: 'command-line' } })
    const answer = await visitor.get(back)
    expect([answer.status, answer.heading]).toEqual([403, "This account can't sign in right now"])
    expect(await isSignedIn(visitor)).toBe(false)
  })

  test('of a type that the provider does not cover, gets no session, also after a link', async () => {
    const other = await startMockProvider()
    const id = await addProvider(app, { issuer: other.issuer, name: 'For scanners', audiences: ['scan'] })
    const { username } = await addRep(app)
    await other.answerWith({ claims: verified(username) })
    expect((await visit(app.visitor(), id)).status).toBe(403)
    await app.actions.removeCompanyProvider({ id, authority: { actor: 'command-line' } })
    await other.stop()
  })
})

describe('users that a first sign-in creates', () => {
  test('take a licence in the same transaction, and without a free one the page says so', async () => {
    const other = await startMockProvider()
    const creates = { userType: 'scan' as const, roleId: null, territoryId: null }
    const id = await addProvider(app, { issuer: other.issuer, name: 'Creating', domains: ['new.example'], creates })
    const arrive = async (email: string) => {
      await other.answerWith({ claims: verified(email, { given_name: 'Casey', family_name: 'Ford' }) })
      return visit(app.visitor(), id)
    }
    const before = (await app.actions.readSubscription()).licences.find(({ userType }) => userType === 'scan')
    const enabled = (before?.used ?? 0) + 1
    const authority = { actor: 'command-line' } as const
    await app.actions.changeSubscription({ userType: 'scan', enabled, monthlyPriceCents: 0, authority })
    expect((await arrive('first@new.example')).location).toBe('/account')
    expect((await arrive('second@new.example')).heading).toBe('No licence is free')
    await expect(app.accountId('second@new.example')).rejects.toThrow()
    await app.actions.removeCompanyProvider({ id, authority })
    await other.stop()
  })
})

describe('the only way', () => {
  test('refuses a right password and a passkey like a wrong one, and the reset option names the company', async () => {
    const other = await startMockProvider()
    const id = await addProvider(app, {
      issuer: other.issuer,
      name: 'Only Login',
      domains: ['only.example'],
      isOnlyWay: true,
    })
    const { username, password } = await addUser(app, { userType: 'device' })
    const moved = username.replace('@harbourvale.example', '@only.example')
    await app.database.pool.query('update accounts set username = $2, username_key = $2 where username = $1', [
      username,
      moved,
    ])
    const right = await signIn(app.visitor(), moved, password)
    const wrong = await signIn(app.visitor(), moved, 'not-the-password')
    expect([right.status, right.html]).toEqual([401, wrong.html])
    const unknown = await signIn(app.visitor(), 'nobody@only.example', 'not-the-password')
    expect(unknown.html.replaceAll('nobody@only.example', moved)).toBe(wrong.html)
    expect(wrong.html).toContain('Your company signs you in')
    expect(wrong.html).toContain('Continue with Only Login')
    expect(wrong.html).not.toContain('Reset password')
    await app.actions.removeCompanyProvider({ id, authority: { actor: 'command-line' } })
    await other.stop()
  })
})

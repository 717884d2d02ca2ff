import { afterAll, beforeAll, expect, test } from 'vitest'
import { noRights } from '../../../shared/contract/rights.ts'
import { addAdministrator, addRep, asJson } from '../../../tests/support/people/administrators.ts'
import { ava, dan, nextMailOf, nina, riley, sam, signIn } from '../../../tests/support/people/reset-steps-http.ts'
import { addAuthenticator, codeOf, codesOn, keyOn, setPolicy } from '../../../tests/support/people/second-step.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { limits } from '../../platform/limits/limits.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

const home = '/account/second-step'

async function signedIn(username: string) {
  const visitor = app.visitor()
  expect((await signIn(visitor, username, app.passwordOf(username))).location).toBe('/account')
  return visitor
}

test('a person adds an authenticator app, keeps the key after a mistyped code, and moves to another phone', async () => {
  const visitor = await signedIn(riley)
  expect((await visitor.get(home)).heading).toBe('Second step')
  const key = keyOn((await visitor.get(`${home}/app`)).html)
  const refused = await visitor.press('Save second step', { code: '12345' })
  expect([refused.status, keyOn(refused.html)]).toEqual([422, key])
  const first = await visitor.press('Save second step', { code: codeOf(key, app.clock.now()) })
  expect(codesOn(first.html)).toHaveLength(10)
  await visitor.get(`${home}/app`)
  const newKey = keyOn((await visitor.get(`${home}/app`)).html)
  const second = await visitor.press('Save second step', { code: codeOf(newKey, app.clock.now()) })
  expect(codesOn(second.html)).toHaveLength(10)
  expect(codesOn(second.html)).not.toEqual(codesOn(first.html))
  app.clock.advance(60)
  const other = app.visitor()
  await signIn(other, riley, app.passwordOf(riley))
  expect((await other.post('/sign-in?step=second', { code: codeOf(key, app.clock.now()) })).status).toBe(422)
  expect((await other.post('/sign-in?step=second', { code: codeOf(newKey, app.clock.now()) })).status).toBe(303)
})

test("a sealed key of another account's page is refused", async () => {
  const [thief, victim] = [await signedIn(nina), await signedIn(dan)]
  const page = (await thief.get(`${home}/app`)).html
  const pending = /name="pending" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const answer = await victim.post(`${home}/app`, { pending, code: codeOf(keyOn(page), app.clock.now()) })
  expect(answer.status).toBe(422)
  expect(answer.html).toContain('That took too long')
})

test('7.5.1 each change needs a sign-in of the last ten minutes, which a person with a second step confirms with both', async () => {
  const visitor = await signedIn(nina)
  const authenticator = await addAuthenticator(app, nina)
  app.clock.advance(limits.sessions.recentSeconds)
  for (const [method, path] of [
    ['get', `${home}/app`],
    ['post', `${home}/app/remove`],
    ['post', `${home}/recovery-codes`],
  ] as const) {
    expect((await visitor[method](path)).location, path).toBe('/account/confirm?next=second-step')
  }
  const confirm = (code: string) =>
    visitor.post('/account/confirm', { currentPassword: app.passwordOf(nina), next: 'second-step', code })
  expect((await confirm('')).status).toBe(422)
  expect((await confirm('123456')).html).toContain("This code isn't right")
  expect((await confirm(authenticator.next())).location).toBe(home)
  const made = await visitor.post(`${home}/recovery-codes`)
  expect(codesOn(made.html)).toHaveLength(10)
  await nextMailOf(app, { to: nina, subject: 'You have new recovery codes' })
  const other = app.visitor()
  await signIn(other, nina, app.passwordOf(nina))
  const [old = ''] = authenticator.recoveryCodes
  expect((await other.post('/sign-in?step=second', { code: old })).status).toBe(422)
})

test('6.5.6 a removed authenticator app and its recovery codes open nothing more', async () => {
  const authenticator = await addAuthenticator(app, dan)
  const visitor = app.visitor()
  await signIn(visitor, dan, app.passwordOf(dan))
  await visitor.post('/sign-in?step=second', { code: authenticator.next() })
  const half = app.visitor()
  await signIn(half, dan, app.passwordOf(dan))
  expect((await visitor.post(`${home}/app/remove`)).location).toBe(home)
  await nextMailOf(app, { to: dan, subject: 'A second step was removed from your account' })
  for (const code of [authenticator.next(), authenticator.recoveryCodes[0] ?? '']) {
    expect((await half.post('/sign-in?step=second', { code })).status).toBe(422)
  }
})

test('6.4.4 an administrator removes a lost second step, the person is told, and adds a new one at the next sign-in', async () => {
  await addAuthenticator(app, sam)
  await setPolicy(app, 'scan', 'required', { graceDays: 14 })
  const admin = await addAdministrator(app, { rights: { ...noRights, users: 'write' } })
  const remove = async (username: string) =>
    asJson(await admin.visitor.postJson(`/api/users/${await app.accountId(username)}/remove-factors`, {}))
  expect(await remove(sam)).toMatchObject({ status: 200, body: { kind: 'removed' } })
  expect(await remove(sam)).toMatchObject({ status: 200, body: { kind: 'no-factors' } })
  await nextMailOf(app, { to: sam, subject: 'An administrator removed your second step' })
  const visitor = app.visitor()
  expect((await signIn(visitor, sam, app.passwordOf(sam))).location).toBe('/sign-in?step=second')
  expect((await visitor.get('/sign-in?step=second')).heading).toBe('Set up your second step')
  expect((await remove(ava)).body.problem.kind).toBe('above-you')
})

test('administrators change the rule for a kind of people, and the audit keeps it', async () => {
  const admin = await addAdministrator(app, { rights: { ...noRights, settings: 'write' } })
  const policy = { audience: 'contact', rule: 'required', graceDays: 0, trustsBrowsers: false }
  expect(await asJson(await admin.visitor.postJson('/api/settings/second-step', policy))).toMatchObject({ status: 200 })
  const read = asJson(await admin.visitor.get('/api/settings')).body.secondStep
  expect(read).toHaveLength(5)
  expect(read).toContainEqual(policy)
  expect((await signIn(app.visitor(), 'HV1001', app.passwordOf('HV1001'))).location).toBe('/sign-in?step=second')
  const wrong = await admin.visitor.postJson('/api/settings/second-step', { ...policy, graceDays: 91 })
  expect(wrong.status).toBe(400)
  const { rows } = await app.database.pool.query(
    `select details from audit_events where action = 'second-step-policy-changed'`,
  )
  expect(rows).toEqual([{ details: policy }])
})

test('7.5.1 a trusted browser signs in without the code, and changes no second step without it', async () => {
  const { username, password } = await addRep(app)
  const authenticator = await addAuthenticator(app, username)
  const visitor = app.visitor()
  await signIn(visitor, username, password)
  await visitor.post('/sign-in?step=second', { code: authenticator.next(), trust: 'yes' })
  expect((await signIn(visitor, username, password)).location).toBe('/account')
  expect((await visitor.post(`${home}/app/remove`)).location).toBe('/account/confirm?next=second-step')
  const confirmed = { currentPassword: password, next: 'second-step', code: authenticator.next() }
  expect((await visitor.post('/account/confirm', confirmed)).location).toBe(home)
  expect((await visitor.post(`${home}/app/remove`)).location).toBe(home)
})

test('4.1.1 looking at the own account begins no grace period: only a sign-in does', async () => {
  const { username, password, accountId } = await addRep(app)
  const visitor = app.visitor()
  await signIn(visitor, username, password)
  await setPolicy(app, 'device', 'required', { graceDays: 14 })
  for (const path of ['/account', home, '/account/confirm']) expect((await visitor.get(path)).status).toBe(200)
  const begun = async () =>
    (await app.database.pool.query('select 1 from second_step_grace where account_id = $1', [accountId])).rowCount
  expect(await begun()).toBe(0)
  await signIn(app.visitor(), username, password)
  expect(await begun()).toBe(1)
  await setPolicy(app, 'device', 'offered')
})

test('a double tap on the first second step leaves the recovery codes that the person sees', async () => {
  const { username, password } = await addRep(app)
  await setPolicy(app, 'device', 'required')
  const visitor = app.visitor()
  await signIn(visitor, username, password)
  const page = (await visitor.get('/sign-in?step=second')).html
  const pending = /name="pending" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const fields = { pending, code: codeOf(keyOn(page), app.clock.now()) }
  const answers = await Promise.all([1, 2].map(() => visitor.post('/sign-in?step=second', fields)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 303])
  const [code = ''] = codesOn(answers.find(({ status }) => status === 200)?.html ?? '')
  await setPolicy(app, 'device', 'offered')
  const other = app.visitor()
  await signIn(other, username, password)
  expect((await other.post('/sign-in?step=second', { code })).location).toBe('/account')
})

test('the admin site knows that a confirmation needs a code', async () => {
  const admin = await addAdministrator(app, { rights: { ...noRights, users: 'write' } })
  const asksCode = async () => asJson(await admin.visitor.get('/api/administrator')).body.asksCode
  expect(await asksCode()).toBe(false)
  const { rows } = await app.database.pool.query('select username from accounts where id = $1', [admin.accountId])
  await addAuthenticator(app, rows[0].username)
  expect(await asksCode()).toBe(true)
})

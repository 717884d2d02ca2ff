import { afterAll, beforeAll, expect, test } from 'vitest'
import { addRep } from '../../../tests/support/people/administrators.ts'
import { ava, nextMailOf, save, signIn, until } from '../../../tests/support/people/reset-steps-http.ts'
import { addAuthenticator } from '../../../tests/support/people/second-step.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { ask, createAppDevice } from '../../../tests/support/servers/app-sign-in.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

const subject = 'New sign-in to your account'

/** All notices that are queued for a person, sent or not. */
async function countQueued(accountId: string): Promise<number> {
  const { rows } = await app.database.pool.query(
    `select count(*)::int as queued from mail_messages where account_id = $1 and kind = 'new sign-in'`,
    [accountId],
  )
  return rows[0].queued
}

async function signInAfterFailure(username: string, visitor: Visitor = app.visitor()): Promise<Visitor> {
  expect((await signIn(app.visitor(), username, 'not-the-password')).status).toBe(401)
  expect((await signIn(visitor, username, app.passwordOf(username))).status).toBe(303)
  return visitor
}

test('6.3.5 a sign-in in a new browser after a failure is told with network, browser, time and an objection link', async () => {
  const { username, accountId } = await addRep(app)
  const thief = await signInAfterFailure(username)
  const mail = await nextMailOf(app, { to: username, subject })
  expect(mail.text).toContain(`Network: ${thief.address}`)
  expect(mail.text).toContain('Browser: Chrome on Android')
  expect(mail.text).toMatch(/Time: \w+ \d+ \w+ \d{4} at/)
  const [link = ''] = /\/objection\/[\w-]+/.exec(mail.text) ?? []
  const owner = app.visitor()
  expect((await owner.get(link)).html).toContain('Someone signed in to your account')
  await owner.press("It wasn't me: lock it")
  expect((await thief.get('/account')).status).toBe(303)
  const alert = await nextMailOf(app, { to: ava, subject: 'Someone disputed a sign-in' })
  expect(alert.text).toContain(username)
  expect(await countQueued(accountId)).toBe(1)
})

test('6.3.5 neither a known browser nor a sign-in without failures sends a notice', async () => {
  const { username, accountId } = await addRep(app)
  const own = app.visitor()
  expect((await signIn(own, username, app.passwordOf(username))).status).toBe(303)
  expect(await countQueued(accountId)).toBe(0)
  await signInAfterFailure(username, own)
  expect(await countQueued(accountId)).toBe(0)
  await signInAfterFailure(username)
  expect(await countQueued(accountId)).toBe(1)
})

test('6.3.5 failures of the previous day, and those before a new password, send no notice', async () => {
  const { username, accountId } = await addRep(app)
  await signIn(app.visitor(), username, 'not-the-password')
  app.clock.advance(24 * 3600)
  await signIn(app.visitor(), username, app.passwordOf(username))
  await signIn(app.visitor(), username, 'not-the-password')
  app.clock.advance(1)
  await app.visitor().post('/reset', { username })
  const mail = await nextMailOf(app, { to: username, subject: 'Reset your password' })
  const [link = ''] = /\/reset\/[\w-]+/.exec(mail.text) ?? []
  const [code = ''] = /\b\d{6}\b/.exec(mail.text) ?? []
  const chosen = 'copper-lantern-orbit-73'
  expect((await save(app.visitor(), link, { code, newPassword: chosen, confirmPassword: chosen })).status).toBe(303)
  expect((await signIn(app.visitor(), username, chosen)).status).toBe(303)
  expect(await countQueued(accountId)).toBe(0)
})

test('6.3.5 a person gets at most three notices a day, also of sign-ins that arrive together', async () => {
  const { username, accountId } = await addRep(app)
  await signIn(app.visitor(), username, 'not-the-password')
  const arrivals = Array.from({ length: 5 }, () => signIn(app.visitor(), username, app.passwordOf(username)))
  expect((await Promise.all(arrivals)).map(({ status }) => status)).toEqual([303, 303, 303, 303, 303])
  expect(await countQueued(accountId)).toBe(3)
  app.clock.advance(24 * 3600)
  await signInAfterFailure(username)
  expect(await countQueued(accountId)).toBe(4)
})

test('6.3.5 a wrong code of the second step is a failure as well', async () => {
  const { username } = await addRep(app)
  const authenticator = await addAuthenticator(app, username)
  const visitor = app.visitor()
  await signIn(visitor, username, app.passwordOf(username))
  await visitor.post('/sign-in?step=second', { code: '000000' })
  expect((await visitor.post('/sign-in?step=second', { code: authenticator.next() })).status).toBe(303)
  expect((await nextMailOf(app, { to: username, subject })).text).toContain('failed attempts')
})

test("6.3.5 a sign-in to the rep's app is told like any other", async () => {
  const { username, accountId } = await addRep(app)
  const visitor = app.visitor()
  await ask(visitor, await createAppDevice(app))
  await visitor.press('Sign in', { username, password: 'not-the-password' })
  await visitor.press('Sign in', { username, password: app.passwordOf(username) })
  expect((await nextMailOf(app, { to: username, subject })).text).toContain(username)
  await until(async () => (await countQueued(accountId)) === 1)
})

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readResetMail } from '../../../tests/support/mails/reset-mail.ts'
import {
  type ApiUser,
  addAdministrator,
  asJson,
  fullRights,
  signedInAt,
} from '../../../tests/support/people/administrators.ts'
import { ava, nextMailOf, nina, riley, save, signIn } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'

let app: TestApp
let admin: ApiUser
beforeAll(async () => {
  app = await startTestApp()
})
beforeEach(async () => {
  await app.database.pool.query('update accounts set locked_at = null where username = $1', [ava])
  admin = { visitor: await signedInAt(app, ava, app.passwordOf(ava)), username: ava }
})
afterAll(() => app.stop())

async function command(username: string, what: string, by = admin) {
  return asJson(await by.visitor.postJson(`/api/users/${await app.accountId(username)}/${what}`, {})).body
}

const detailsOf = async (username: string) =>
  asJson(await admin.visitor.get(`/api/users/${await app.accountId(username)}`)).body

test('7.4.2 a lock ends the sessions immediately, no password opens it, and unlocking accepts the same password', async () => {
  const person = await signedInAt(app, riley, app.passwordOf(riley))
  expect((await command(riley, 'lock')).kind).toBe('locked')
  expect((await person.get('/account')).status).toBe(303)
  expect((await signIn(app.visitor(), riley, app.passwordOf(riley))).status).toBe(401)
  expect((await detailsOf(riley)).status).toBe('locked')
  expect((await command(riley, 'lock')).kind).toBe('was-locked')
  expect((await command(riley, 'unlock')).kind).toBe('unlocked')
  expect((await signIn(app.visitor(), riley, app.passwordOf(riley))).status).toBe(303)
})

test("a reset never opens an administrator's lock: its email says why, and an earlier link saves nothing", async () => {
  await command(nina, 'password-reset')
  const { path, code } = readResetMail(await nextMailOf(app, { to: nina, subject: 'Reset your password' }))
  await command(nina, 'lock')
  expect((await save(app.visitor(), path, { code })).location).toBeUndefined()
  expect((await detailsOf(nina)).status).toBe('locked')
  await command(nina, 'unlock')
})

test('6.3.1 unlocking clears the failures of the username, so a delayed user may try immediately', async () => {
  const visitor = app.visitor()
  for (let failure = 0; failure < 5; failure++) await signIn(visitor, nina, 'not-the-password')
  expect((await signIn(visitor, nina, app.passwordOf(nina))).status).toBe(429)
  await command(nina, 'unlock')
  expect((await signIn(visitor, nina, app.passwordOf(nina))).status).toBe(303)
})

test('8.3.2 administrators cannot lock users with more rights, nor themselves', async () => {
  const lesser = await addAdministrator(app, { rights: { ...fullRights, settings: 'read' } })
  for (const what of ['lock', 'unlock']) expect((await command(ava, what, lesser)).problem.kind).toBe('above-you')
  expect((await command(ava, 'lock')).problem.kind).toBe('yourself')
})

test('two administrators who lock each other concurrently do not both succeed, so one with full rights stays', async () => {
  const second = await addAdministrator(app, { rights: fullRights })
  const both = await Promise.all([command(ava, 'lock', second), command(second.username ?? '', 'lock')])
  const kinds = both.map(body => body.kind ?? body.problem.kind)
  expect(kinds.filter(kind => kind === 'locked')).toHaveLength(1)
  const { rows } = await app.database.pool.query(
    'select count(*)::int as open from accounts where username = any($1) and locked_at is null',
    [[ava, second.username]],
  )
  expect(rows).toEqual([{ open: 1 }])
})

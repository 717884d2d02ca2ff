import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goodPassword } from '../../../tests/support/mails/reset-mail.ts'
import { addRep } from '../../../tests/support/people/administrators.ts'
import { askForMail, dan, nina, riley, sam, save, signIn } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'
import { createActions } from '../../main/actions.ts'

const cookie = '__Host-fieldkey_session'
let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

async function signedIn(username: string, password = app.passwordOf(username)): Promise<Visitor> {
  const person = app.visitor()
  const answer = await signIn(person, username, password)
  if (answer.status !== 303) throw new Error(`${username} could not sign in: ${answer.status}`)
  return person
}

const isIn = async (person: Visitor) => (await person.get('/account')).status === 200

/** Another browser with the same cookie, such as a thief's. */
function withToken(token: string): Visitor {
  const thief = app.visitor()
  thief.cookies.set(cookie, token)
  return thief
}

const tokenOf = (person: Visitor) => person.cookies.get(cookie) ?? ''

test("7.2.1 7.2.2 trusts the server's record of a session, never the cookie's content", async () => {
  expect(await isIn(withToken('x'.repeat(43)))).toBe(false)
  expect(await isIn(app.visitor())).toBe(false)
})

test('7.2.3 makes tokens of 256 random bits and stores only their hash', async () => {
  const token = tokenOf(await signedIn(riley))
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  const rows = await app.database.db.selectFrom('sessions').select('token_hash').execute()
  const hashes = rows.map(row => row.token_hash.toString('hex'))
  expect(hashes).toContain(createHash('sha256').update(token).digest('hex'))
  expect(hashes).not.toContain(Buffer.from(token, 'base64url').toString('hex'))
})

test('7.2.4 issues a new token at sign-in and ends the old one', async () => {
  const person = app.visitor()
  person.cookies.set(cookie, 'y'.repeat(43))
  await signIn(person, riley, app.passwordOf(riley))
  const first = tokenOf(person)
  expect(first).not.toBe('y'.repeat(43))
  await signIn(person, riley, app.passwordOf(riley))
  expect(tokenOf(person)).not.toBe(first)
  expect(await isIn(withToken(first))).toBe(false)
  expect(await isIn(person)).toBe(true)
})

test('7.3.1 ends a session after 30 minutes without use, and use extends it', async () => {
  const person = await signedIn(riley)
  for (let visit = 0; visit < 3; visit += 1) {
    app.clock.advance(29 * 60)
    expect(await isIn(person)).toBe(true)
  }
  app.clock.advance(31 * 60)
  expect(await isIn(person)).toBe(false)
})

test('7.3.2 ends a session after 12 hours, however busy it is', async () => {
  const person = await signedIn(riley)
  for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
    app.clock.advance(20 * 60)
    expect(await isIn(person)).toBe(true)
  }
  app.clock.advance(20 * 60)
  expect(await isIn(person)).toBe(false)
})

test('7.4.1 7.4.4 ends the session at the server on sign-out, so a copied cookie is useless', async () => {
  const person = await signedIn(riley)
  const token = tokenOf(person)
  await person.get('/account')
  expect((await person.press('Sign out')).html).toContain('Signed out')
  expect(await isIn(withToken(token))).toBe(false)
})

test('7.4.4 offers to sign out on every page of a signed-in person', async () => {
  const person = await signedIn(riley)
  expect((await person.get('/account')).html).toContain('Sign out')
  await signedIn(riley)
  app.clock.advance(11 * 60)
  await person.get('/account')
  const confirm = await person.press('End all other sessions')
  expect([confirm.heading, confirm.html]).toEqual(["Confirm that it's you", expect.stringContaining('Sign out')])
})

test('7.4.2 ends every session immediately on deactivation', async () => {
  const person = await signedIn(sam)
  await createActions(app.ground).deactivateUser({
    accountId: await app.accountId(sam),
    authority: { actor: 'command-line' },
  })
  expect(await isIn(person)).toBe(false)
  expect((await signIn(app.visitor(), sam, app.passwordOf(sam))).status).toBe(401)
})

test('7.4.3 ends every session on a reset, and all other sessions on a password change', async () => {
  const [one, other] = [await signedIn(nina), await signedIn(nina)]
  const { path, code } = await askForMail(app, nina)
  await save(app.visitor(), path, { code })
  expect([await isIn(one), await isIn(other)]).toEqual([false, false])

  const [here, there] = [await signedIn(nina, goodPassword), await signedIn(nina, goodPassword)]
  const token = tokenOf(here)
  await here.get('/account')
  const newPassword = 'violet tractor hums softly'
  const changed = await here.press('Save New Password', {
    currentPassword: goodPassword,
    newPassword,
    confirmPassword: newPassword,
  })
  expect(changed.html).toContain('Password saved')
  expect([await isIn(here), await isIn(there), await isIn(withToken(token))]).toEqual([true, false, false])
})

test('7.5.2 shows people their own sessions and lets them end each one', async () => {
  const here = await signedIn(dan)
  const there = await signedIn(dan)
  const page = await here.get('/account')
  expect(page.html.match(/Chrome on Android/g)?.length).toBeGreaterThanOrEqual(2)
  await here.press('End all other sessions')
  expect([await isIn(here), await isIn(there)]).toEqual([true, false])
})

test("7.5.1 7.5.2 asks for the password again after ten minutes and renews the session's token", async () => {
  const here = await signedIn(dan)
  const there = await signedIn(dan)
  app.clock.advance(11 * 60)
  expect(await isIn(there)).toBe(true)
  await here.get('/account')
  const asked = await here.press('End all other sessions')
  expect(asked.heading).toBe("Confirm that it's you")
  expect(await isIn(there)).toBe(true)
  const token = tokenOf(here)
  expect((await here.press('End all other sessions', { currentPassword: 'wrong' })).status).toBe(422)
  expect(await isIn(there)).toBe(true)
  expect((await here.press('End all other sessions', { currentPassword: app.passwordOf(dan) })).heading).toBe(
    'Your account',
  )
  expect(tokenOf(here)).not.toBe(token)
  expect([await isIn(withToken(token)), await isIn(here), await isIn(there)]).toEqual([false, true, false])
})

test('7.1.2 ends the least recently used of 21 sessions', async () => {
  const { username, password } = await addRep(app)
  const first = await signedIn(username, password)
  const second = await signedIn(username, password)
  app.clock.advance(120)
  expect(await isIn(first)).toBe(true)
  for (let count = 0; count < 19; count += 1) await signedIn(username, password)
  expect([await isIn(first), await isIn(second)]).toEqual([true, false])
})

test('7.6.2 starts no session from a link, neither on opening it nor on saving a password', async () => {
  const { username } = await addRep(app)
  const { path, code } = await askForMail(app, username)
  const person = app.visitor()
  await person.get(path)
  await save(person, path, { code })
  expect([...person.cookies.keys()]).not.toContain(cookie)
})

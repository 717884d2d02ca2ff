import { afterAll, beforeAll, expect, test } from 'vitest'
import { goodPassword } from '../../../tests/support/mails/reset-mail.ts'
import {
  askForMail,
  dan,
  nextMailOf,
  nina,
  pastQuiet,
  riley,
  sam,
  save,
  signIn,
} from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { hashParameters } from '../../platform/passwords/password-hashing.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ hashParameters })
})
afterAll(() => app.stop())

/** A fresh link and code for each test, past the limits of the previous one. */
async function openReset(username: string) {
  app.clock.advance(86_401)
  return askForMail(app, username)
}

async function refusalOf(reset: { path: string; code: string }, newPassword: string): Promise<string> {
  const answer = await save(app.visitor(), reset.path, { code: reset.code, newPassword, confirmPassword: newPassword })
  const words = /id="newPassword-error"[^>]*>.*?<span>.*?<\/span>([^<]*)/s.exec(answer.html)?.[1]
  return answer.status === 422 && words ? words : `accepted: ${answer.status}`
}

test('6.2.1 refuses a password of seven characters as too short', async () => {
  expect(await refusalOf(await openReset(riley), 'q7#Lw2z')).toContain('at least 8 characters')
})

test('6.2.9 refuses 257 characters as too many, and accepts 64, 128 and 256 for saving and signing in', async () => {
  const letters = 'wombat copper lantern '
  for (const length of [64, 128, 256]) {
    const reset = await openReset(riley)
    expect(await refusalOf(reset, letters.repeat(20).slice(0, 257))).toMatch(/at most 256 characters/i)
    const password = `${letters.repeat(20).slice(0, length - 4)}ä9?x`
    await save(app.visitor(), reset.path, { code: reset.code, newPassword: password, confirmPassword: password })
    expect((await signIn(app.visitor(), riley, password)).status, `${length}`).toBe(303)
    expect((await signIn(app.visitor(), riley, password.slice(0, -1))).status).toBe(401)
  }
})

test('6.2.5 accepts a long password of one kind of character: no character class is required', async () => {
  for (const password of ['violet tractor hums softly', 'трактор гудит тихо вечером', '839201746502938']) {
    const { path, code } = await openReset(nina)
    const saved = await save(app.visitor(), path, { code, newPassword: password, confirmPassword: password })
    expect(saved.status, password).toBe(303)
  }
})

test("6.1.2 6.2.11 gives no strength to a person's own names, the organisation and the product", async () => {
  const reset = await openReset(riley)
  for (const password of ['riley.rep@harbourvale.example', 'Riley.Rep2026!', 'HarbourVale2026', 'fieldkey2026!']) {
    expect(await refusalOf(reset, password), password).toContain('too easy to guess')
  }
})

test('6.2.4 6.2.12 refuses leaked passwords without a network request', async () => {
  const reset = await openReset(riley)
  for (const password of ['password123', 'iloveyou2', 'qwertyuiop', 'letmein123', 'trustno1trustno1']) {
    expect(await refusalOf(reset, password), password).not.toContain('accepted')
  }
})

test('6.2.2 6.2.3 6.3.7 changes a password with the current one, notifies the person, and changes nothing with a wrong one', async () => {
  const person = app.visitor()
  await signIn(person, sam, app.passwordOf(sam))
  await person.get('/account')
  const fields = { newPassword: goodPassword, confirmPassword: goodPassword }
  for (const currentPassword of ['', 'wrong']) {
    const refused = await person.press('Save New Password', { currentPassword, ...fields })
    expect([refused.status, refused.html]).toEqual([422, expect.stringContaining("This isn't your current password")])
  }
  expect((await signIn(app.visitor(), sam, goodPassword)).status).toBe(401)
  await person.press('Save New Password', { currentPassword: app.passwordOf(sam), ...fields })
  expect((await signIn(app.visitor(), sam, goodPassword)).status).toBe(303)
  expect((await nextMailOf(app, { to: sam, subject: 'Your password was changed' })).text).toContain('/objection/')
})

test('6.2.10 accepts an unchanged password without expiry', async () => {
  app.clock.advance(400 * 86_400)
  expect((await signIn(app.visitor(), dan, app.passwordOf(dan))).status).toBe(303)
})

test('6.3.2 6.4.1 gives no account a password from the start: a new user chooses one by a reset', async () => {
  const { createActions } = await import('../../main/actions.ts')
  const username = 'new.rep@harbourvale.example'
  const user = {
    username,
    userType: 'device',
    givenName: 'New',
    familyName: 'Rep',
    emailTo: null,
    roleId: null,
  } as const
  await createActions(app.ground).addUser({ user, authority: { actor: 'command-line' } })
  for (const password of ['', 'admin', 'password', username]) {
    expect((await signIn(app.visitor(), username, password || 'x')).status).toBe(401)
  }
  const { path, code } = await askForMail(app, username)
  await save(app.visitor(), path, { code })
  expect((await signIn(app.visitor(), username, goodPassword)).status).toBe(303)
})

test('PS-3 rehashes a password with older parameters at the next sign-in', async () => {
  pastQuiet(app)
  const { hash } = await import('@node-rs/argon2')
  const older = await hash(goodPassword, { memoryCost: 12_288, timeCost: 3, parallelism: 1 })
  const id = await app.accountId(nina)
  await app.database.db.updateTable('accounts').set({ password_hash: older }).where('id', '=', id).execute()
  expect((await signIn(app.visitor(), nina, goodPassword)).status).toBe(303)
  const { password_hash: renewed } = await app.database.db
    .selectFrom('accounts')
    .select('password_hash')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(renewed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect((await signIn(app.visitor(), nina, goodPassword)).status).toBe(303)
})

test('6.4.2 6.6.1 has no hints, secret questions or telephone numbers to ask for', async () => {
  const { rows } = await app.database.pool.query(
    `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'
     order by 1`,
  )
  // Reps call these phone numbers. Recovery never reads them.
  expect(rows.map(row => row.name).filter(name => /hint|question|answer$|phone|sms/.test(name))).toEqual([
    'contacts.phone',
    'mail_messages.last_answer',
    'retailers.phone',
    'webhook_deliveries.answer',
  ])
})

test('P3 PASSWORD_MIN_LENGTH raises the minimum length on the page and at the server', async () => {
  const strict = await startTestApp({ env: { PASSWORD_MIN_LENGTH: '15' } })
  try {
    const { path, code } = await askForMail(strict, riley)
    const visitor = strict.visitor()
    expect((await visitor.get(path)).html).toContain('At least 15 characters')
    const short = await save(visitor, path, { code, newPassword: 'q7#Lw2zT9!kPx4', confirmPassword: 'q7#Lw2zT9!kPx4' })
    expect([short.status, short.html]).toEqual([422, expect.stringContaining('at least 15 characters')])
    expect((await save(visitor, path, { code })).status).toBe(303)
  } finally {
    await strict.stop()
  }
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { goodPassword } from '../../tests/support/mails/reset-mail.ts'
import { signedInAt } from '../../tests/support/people/administrators.ts'
import { objectionOf } from '../../tests/support/people/new-addresses.ts'
import {
  askForMail,
  ava,
  nextMailOf,
  nina,
  riley,
  save,
  signIn,
  wrongCode,
} from '../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../tests/support/servers/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ env: { LOG_LEVEL: 'debug' } })
})
afterAll(() => app.stop())

/** Every row of every table of every schema as text, including the queue. */
async function dumpDatabase(): Promise<string> {
  const { pool } = app.database
  const { rows: tables } = await pool.query(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
  )
  expect(tables.length).toBeGreaterThan(14)
  const dumps = await Promise.all(tables.map(({ name }) => pool.query(`select t::text as row from ${name} t`)))
  return dumps.flatMap(({ rows }) => rows.map(({ row }) => row)).join('\n')
}

/** The secret as text, and as a dump would show the bytes of its text or base64url. */
function formsOf(secret: string): string[] {
  const token = /^[\w-]{43}$/.test(secret) ? [Buffer.from(secret, 'base64url').toString('hex')] : []
  return [secret, encodeURIComponent(secret), Buffer.from(secret).toString('hex'), ...token]
}

const finds = (text: string, secret: string) => formsOf(secret).some(form => text.includes(form))

test('16.2.5 14.2.1 no secret of a complete recovery is in a log, a table, an address or a response', async () => {
  const person = app.visitor()
  const wrongPassword = 'a-wrong-password-of-hers'
  const weak = 'Riley.Rep2026!'
  const next = 'violet tractor hums softly'
  await signIn(person, riley, wrongPassword)
  await signIn(person, riley, app.passwordOf(riley))
  const firstSession = person.cookies.get('__Host-fieldkey_session') ?? ''
  const { path, code } = await askForMail(app, riley)
  const answers = [
    await person.get(path),
    await save(person, path, { code: wrongCode(code) }),
    await save(person, path, { code, newPassword: weak, confirmPassword: weak }),
    await save(person, path, { code }),
  ]
  answers.push(await signIn(person, riley, goodPassword))
  const secondSession = person.cookies.get('__Host-fieldkey_session') ?? ''
  await person.get('/account')
  const fields = { currentPassword: goodPassword, newPassword: next, confirmPassword: next }
  expect(answers.map(({ status }) => status)).toEqual([200, 422, 422, 303, 303])
  answers.push(await person.press('Save New Password', fields))
  const notice = await nextMailOf(app, { to: riley, subject: 'Your password was changed' })
  const objection = /\/objection\/([\w-]{43})/.exec(notice.text)?.[1] ?? ''
  answers.push(await app.visitor().post(`/objection/${objection}`))
  await app.visitor().get('/reset/%E0%A4%A')

  const passwords = [app.passwordOf(riley), wrongPassword, weak, goodPassword, next]
  const device = person.cookies.get('__Host-fieldkey_device') ?? ''
  const handle = path.slice('/reset/'.length)
  const secrets = [...passwords, firstSession, secondSession, device, handle, objection]
  expect(secrets.every(secret => secret.length > 12)).toBe(true)
  const places = {
    log: app.logged(),
    database: await dumpDatabase(),
    answers: answers.map(({ html }) => html.replaceAll(path, '')).join('\n'),
    addresses: answers.map(({ location = '' }) => location).join('\n'),
  }
  expect(places.log).toContain('"path":"/reset/')
  expect(places.database).toContain('riley.rep@harbourvale.example')
  for (const [place, text] of Object.entries(places)) {
    expect(
      secrets.filter(secret => finds(text, secret)),
      place,
    ).toEqual([])
  }
  expect(places.log).not.toMatch(new RegExp(`(?<!\\d)${code}(?!\\d)`))
  expect(places.database).not.toMatch(new RegExp(`(?<![\\dabcdef])${code}(?![\\dabcdef])`))
})

test('16.2.5 14.2.1 no secret of an address change is in a log, a table or a response', async () => {
  const next = 'nina.next@harbourvale.example'
  const admin = await signedInAt(app, ava, app.passwordOf(ava))
  const person = await signedInAt(app, nina, app.passwordOf(nina))
  const id = await app.accountId(nina)
  const answers = [await admin.postJson(`/api/users/${id}/username`, { username: next })]
  const notice = await nextMailOf(app, { to: nina, subject: 'Your username was changed' })
  const handle = objectionOf(notice).slice('/objection/'.length)
  answers.push(
    await person.get('/account'),
    await admin.get(`/api/users/${id}/new-address`),
    await admin.get(`/api/users/${id}`),
    await admin.postJson(`/api/users/${id}/password-reset`, {}),
    await app.visitor().post(`/objection/${handle}`),
    await admin.get(`/api/users/${id}`),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 409, 200, 200])
  await nextMailOf(app, { to: ava, subject: 'Someone disputed an address change' })
  const sessions = [admin, person].map(({ cookies }) => cookies.get('__Host-fieldkey_session') ?? '')
  const secrets = [handle, ...sessions, app.passwordOf(nina), app.passwordOf(ava)]
  expect(secrets.every(secret => secret.length > 12)).toBe(true)
  const places = [app.logged(), await dumpDatabase(), answers.map(({ html }) => html).join('\n')]
  expect(places.map(text => secrets.filter(secret => finds(text, secret)))).toEqual([[], [], []])
})

test('the search finds a canary that was planted', async () => {
  const canary = 'canary-that-sings'
  await app.database.db.updateTable('accounts').set({ given_name: canary }).where('username', '=', riley).execute()
  app.ground.log.warn({ words: canary }, 'planted')
  expect(finds(await dumpDatabase(), canary)).toBe(true)
  expect(finds(app.logged(), canary)).toBe(true)
})

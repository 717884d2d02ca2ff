import { afterAll, beforeAll, expect, test } from 'vitest'
import { noRights } from '../../../shared/contract/rights.ts'
import { goodPassword, readResetMail } from '../../../tests/support/mails/reset-mail.ts'
import { type ApiUser, addAdministrator, asJson } from '../../../tests/support/people/administrators.ts'
import {
  nextMailOf,
  pastQuiet,
  riley,
  save,
  signIn,
  until,
  untilDecided,
} from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'

let app: TestApp
let admin: ApiUser
beforeAll(async () => {
  app = await startTestApp()
  admin = await addAdministrator(app, { rights: { ...noRights, users: 'write' } })
})
afterAll(() => app.stop())

const invite = async (id: string) => asJson(await admin.visitor.postJson(`/api/users/${id}/invitation`, {}))

let people = 0
async function addNewcomer() {
  people += 1
  const username = `newcomer${people}@harbourvale.example`
  const person = { username, userType: 'scan', givenName: 'New', familyName: 'Comer', emailTo: null, roleId: null }
  // A sensitive change needs a recent sign-in, and some tests advance the clock by days.
  await admin.visitor.post('/sign-in', { username: admin.username ?? '', password: admin.password ?? '' })
  const { body } = asJson(await admin.visitor.postJson('/api/users', person))
  return { username, id: body.id as string }
}

async function readInvitation(to: string) {
  const mail = await nextMailOf(app, { to, subject: 'Choose your password' })
  await until(async () => {
    const { rows } = await app.database.pool.query(
      `select 1 from mail_messages where recipient = $1 and state = 'waiting'`,
      [to],
    )
    return rows.length === 0
  }, 'the record of the delivery')
  return readResetMail(mail)
}

test('lets a new user choose the password by link and code, once, without needing another licence', async () => {
  const { id, username } = await addNewcomer()
  await app.database.pool.query(
    `update licences set enabled = (select count(*) from users where user_type = 'scan' and has_licence) where user_type = 'scan'`,
  )
  expect((await invite(id)).body.kind).toBe('asked')
  const { path, code } = await readInvitation(username)
  const person = app.visitor()
  const page = await person.get(path)
  expect(page.heading).toBe('Choose your password')
  expect(page.html).toContain(username)
  expect((await person.get(path.replace('/invite/', '/reset/'))).status).toBe(404)
  const wrong = await save(app.visitor(), path.replace('/invite/', '/reset/'), { code })
  expect(wrong.status).toBe(404)
  expect((await save(person, path, { code: code === '000000' ? '000001' : '000000' })).status).toBe(422)
  expect((await save(person, path, { code })).location).toBe('/sign-in')
  expect((await signIn(app.visitor(), username, goodPassword)).location).toBe('/account')
  expect((await save(app.visitor(), path, { code })).heading).toBe('This link has been used')
  expect((await invite(id)).body.problem.kind).toBe('has-password')
  await app.database.pool.query(`update licences set enabled = 30 where user_type = 'scan'`)
})

test('accepts an invitation for three days, after which its link sends a new one with one button', async () => {
  const { id, username } = await addNewcomer()
  await invite(id)
  const { path } = await readInvitation(username)
  app.clock.advance(71 * 3600)
  expect((await app.visitor().get(path)).status).toBe(200)
  app.clock.advance(3600 + 1)
  const person = app.visitor()
  const over = await person.get(path)
  expect([over.status, over.heading]).toEqual([410, 'This link has expired'])
  expect((await person.press('Send a new email')).heading).toBe('Check your email')
  const next = await readInvitation(username)
  app.clock.advance(70 * 3600)
  expect((await save(app.visitor(), next.path, { code: next.code })).location).toBe('/sign-in')
  pastQuiet(app)
  await app.visitor().post(`${path}/again`)
  await untilDecided(app)
  const { rows } = await app.database.pool.query(`select purpose from reset_requests where account_id = $1`, [id])
  expect(rows).toHaveLength(2)
})

test('ends an invitation on deactivation, and invites no user who has a password', async () => {
  const { id, username } = await addNewcomer()
  await invite(id)
  const { path, code } = await readInvitation(username)
  await app.actions.deactivateUser({ accountId: id, authority: { actor: 'command-line' } })
  expect((await save(app.visitor(), path, { code })).status).toBe(410)
  expect((await invite(await app.accountId(riley))).body.problem.kind).toBe('has-password')
  const { rows } = await app.database.pool.query('select action from audit_events where account_id = $1 order by id', [
    id,
  ])
  expect(rows.map(row => row.action)).toEqual(['user-added', 'invitation-asked', 'invitation-sent', 'user-deactivated'])
})

test('6.3.1 sends no email beyond the limit, and tells the administrator', async () => {
  const { id } = await addNewcomer()
  const kinds: string[] = []
  for (let mail = 0; mail < 11; mail++) {
    const { body } = await invite(id)
    kinds.push(body.kind ?? body.problem.kind)
    await until(async () => {
      const { rows } = await app.database.pool.query(
        `select 1 from reset_requests where account_id = $1 and state = 'waiting'`,
        [id],
      )
      return rows.length === 0
    }, 'the hand-over')
    pastQuiet(app)
  }
  expect(kinds).toEqual([...Array(10).fill('asked'), 'too-many'])
})

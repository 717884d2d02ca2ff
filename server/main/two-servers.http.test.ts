import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { goodPassword } from '../../tests/support/mails/reset-mail.ts'
import { addRep } from '../../tests/support/people/administrators.ts'
import {
  askForMail,
  dan,
  nextMailOf,
  nina,
  riley,
  sam,
  save,
  signIn,
  untilDecided,
  wrongCode,
} from '../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../tests/support/servers/app.ts'

let one: TestApp
let other: TestApp
beforeAll(async () => {
  one = await startTestApp()
  other = await startTestApp({ beside: one })
})
afterAll(async () => {
  await other.stop()
  await one.stop()
})

describe('two servers on one database', () => {
  test('a reset link from one server works at the other and ends the sessions of both', async () => {
    const person = one.visitor()
    await signIn(person, riley, one.passwordOf(riley))
    const { path, code } = await askForMail(one, riley)
    const elsewhere = other.visitor()
    expect((await elsewhere.get(path)).status).toBe(200)
    expect((await save(elsewhere, path, { code })).status).toBe(303)
    expect((await person.get('/account')).location).toBe('/sign-in')
  })

  test('a session that began at one server continues at the other', async () => {
    const person = one.visitor()
    await signIn(person, nina, one.passwordOf(nina))
    const elsewhere = other.visitor()
    for (const [name, value] of person.cookies) elsewhere.cookies.set(name, value)
    expect((await elsewhere.get('/account')).heading).toBe('Your account')
  })

  test('servers share the count of wrong codes', async () => {
    const { path, code } = await askForMail(one, nina)
    for (const app of [one, other, one, other, one]) await save(app.visitor(), path, { code: wrongCode(code) })
    const answer = await save(other.visitor(), path, { code })
    expect([answer.status, answer.heading]).toEqual([410, 'Too many wrong codes'])
  })

  test('servers share the count of failed sign-ins', async () => {
    for (const app of [one, other, one, other, one]) await signIn(app.visitor(), sam, 'wrong')
    expect((await signIn(one.visitor(), sam, one.passwordOf(sam))).status).toBe(429)
    expect((await signIn(other.visitor(), sam, one.passwordOf(sam))).status).toBe(429)
  })

  test('servers share the disclosure budget', async () => {
    const address = '198.51.100.7'
    for (let name = 0; name < 5; name += 1) {
      for (const app of [one, other]) {
        const username = `${app === one ? 'one' : 'other'}${name}@harbourvale.example`
        const answer = await app.visitor(address).postJson('/sign-in/option', { username })
        expect(JSON.parse(answer.html)).toEqual({ option: 'none' })
      }
    }
    for (const app of [one, other]) {
      const answer = await app
        .visitor(address)
        .postJson('/sign-in/option', { username: 'eleventh@harbourvale.example' })
      expect(JSON.parse(answer.html).option).toBe('reset')
    }
  })

  test('servers share the request limit of a network', async () => {
    const address = '198.51.100.8'
    for (let request = 0; request < 20; request += 1) {
      const app = request % 2 === 0 ? one : other
      expect((await app.visitor(address).post('/reset', { username: 'nobody@harbourvale.example' })).status).toBe(303)
    }
    const refused = await Promise.all([one, other].map(app => app.visitor(address).post('/reset', { username: riley })))
    for (const { status, headers } of refused) {
      expect(status).toBe(429)
      expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    }
  })

  test('a second request at the other server within a minute sends no second email', async () => {
    const { username, accountId } = await addRep(one)
    await Promise.all([one, other].map(app => app.visitor().post('/reset', { username })))
    await nextMailOf(one, { to: username, subject: 'Reset your password' })
    await untilDecided(one)
    const requests = await one.database.db
      .selectFrom('reset_requests')
      .select('id')
      .where('account_id', '=', accountId)
      .execute()
    expect(requests).toHaveLength(1)
  })

  test('6.5.1 exactly one of 50 saves spread over both servers wins', async () => {
    const { path, code } = await askForMail(one, dan)
    const saves = Array.from({ length: 50 }, (_, index) => {
      const newPassword = `${goodPassword} ${index}`
      return save((index % 2 === 0 ? one : other).visitor(), path, { code, newPassword, confirmPassword: newPassword })
    })
    const won = (await Promise.all(saves)).filter(({ status }) => status === 303)
    expect(won).toHaveLength(1)
  })
})

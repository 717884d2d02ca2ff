import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { goodPassword, readResetMail } from '../../../tests/support/mails/reset-mail.ts'
import { addRep } from '../../../tests/support/people/administrators.ts'
import {
  askForMail,
  ava,
  buyer,
  findRequestState,
  ian,
  nextMailOf,
  pastQuiet,
  save,
  signIn,
  until,
  untilDecided,
  wrongCode,
} from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

const optionOf = async (username: string) =>
  JSON.parse((await app.visitor().postJson('/sign-in/option', { username })).html)

describe('J3 the reset option', () => {
  test('is absent for an unknown address', async () => {
    expect(await optionOf('nobody@harbourvale.example')).toEqual({ option: 'none' })
  })

  test('is a fixed text for a name without an address, whether the account exists or not', async () => {
    const [known, unknown] = [await optionOf('jsmith'), await optionOf('NOBODY7')]
    expect(known).toEqual({ option: 'text', text: expect.stringContaining('Ask your administrator') })
    expect(unknown).toEqual(known)
  })

  test("J4 shows a contact's address masked, and in full on the contact's own device", async () => {
    expect((await optionOf('HV1001')).popup.address).toBe('b••••@c••••.example')
    const contact = app.visitor()
    await signIn(contact, 'HV1001', app.passwordOf('HV1001'))
    const answer = await contact.postJson('/sign-in/option', { username: 'hv1001' })
    expect(JSON.parse(answer.html).popup.address).toBe(buyer)
  })

  test('appears for a deactivated user too, whose email gives the reason and no code', async () => {
    expect((await optionOf(ian)).option).toBe('reset')
    await app.visitor().post('/reset', { username: ian })
    const { text } = await nextMailOf(app, { to: ian, subject: 'About signing in' })
    expect(text).toContain('It is deactivated')
    expect(text).not.toMatch(/\d{6}|\/reset\//)
  })

  test('sends no email to a user without an address, and shows the same page', async () => {
    const visitor = app.visitor()
    const answer = await visitor.post('/reset', { username: 'JSMITH' })
    expect(answer.location).toBe('/reset/sent')
    await untilDecided(app)
    const id = await app.accountId('JSMITH')
    const { rows } = {
      rows: await app.database.db.selectFrom('mail_messages').select('id').where('account_id', '=', id).execute(),
    }
    expect(rows).toEqual([])
  })
})

describe('J8 saving a new password', () => {
  test('checks the form of the code, then the two passwords, and only then uses up a try', async () => {
    const { username, accountId } = await addRep(app)
    const { path, code } = await askForMail(app, username)
    const said = async (fields: Parameters<typeof save>[2]) => {
      const answer = await save(app.visitor(), path, fields)
      return { status: answer.status, html: answer.html }
    }
    expect((await said({ code: '12 34' })).html).toContain('Enter the 6 digits')
    expect((await said({ code, confirmPassword: 'other' })).html).toContain("The two passwords don't match")
    expect((await said({ code, newPassword: '', confirmPassword: '' })).html).toContain('Choose a new password.')
    expect((await said({ code, newPassword: 'short', confirmPassword: 'short' })).html).toContain(
      'at least 8 characters',
    )
    expect((await said({ code, newPassword: 'Riley2026!', confirmPassword: 'Riley2026!' })).html).toContain(
      'too easy to guess',
    )
    const leaked = await said({ code, newPassword: 'Password123!', confirmPassword: 'Password123!' })
    expect(leaked.status).toBe(422)
    const { rows } = await app.database.pool.query(
      'select p.tries from reset_pairs p join reset_requests r on r.id = p.request_id where r.account_id = $1',
      [accountId],
    )
    expect(rows).toEqual([{ tries: 0 }])
  })

  test('reports a wrong code at its field, keeps it there, and says how many tries are left', async () => {
    const { username: rep } = await addRep(app)
    const { path, code } = await askForMail(app, rep)
    const answer = await save(app.visitor(), path, { code: wrongCode(code) })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('4 tries are left')
    expect(answer.html).toMatch(
      new RegExp(`value="${wrongCode(code)}"[^>]*data-code|data-code[^>]*value="${wrongCode(code)}"`),
    )
    expect(answer.html).not.toContain(goodPassword)
  })

  test('accepts a pasted code with spaces or dashes', async () => {
    const { username: rep } = await addRep(app)
    const { path, code } = await askForMail(app, rep)
    const pasted = ` ${code.slice(0, 3)} – ${code.slice(3)} `
    expect((await save(app.visitor(), path, { code: pasted })).status).toBe(303)
  })

  test('6.6.2 refuses a code with the link of another email', async () => {
    const { username: rep } = await addRep(app)
    const first = await askForMail(app, rep)
    pastQuiet(app)
    const second = await askForMail(app, rep)
    if (first.code === second.code) return expect(first.path).not.toBe(second.path)
    expect((await save(app.visitor(), first.path, { code: second.code })).status).toBe(422)
    expect((await save(app.visitor(), second.path, { code: second.code })).status).toBe(303)
    const voided = await app.visitor().get(first.path)
    expect([voided.status, voided.heading]).toEqual([410, 'The password has been changed'])
  })
})

describe('J11 a reset link', () => {
  test('6.5.5 works for ten minutes from delivery, and not a second longer', async () => {
    const { username: rep } = await addRep(app)
    const { path, code } = await askForMail(app, rep)
    app.clock.advance(10 * 60 - 2)
    expect((await app.visitor().get(path)).status).toBe(200)
    app.clock.advance(3)
    const late = await app.visitor().get(path)
    expect([late.status, late.heading]).toEqual([410, 'This link has expired'])
    expect((await save(app.visitor(), path, { code })).status).toBe(410)
  })

  test('starts its lifetime at delivery, however late that is', async () => {
    const { username: rep } = await addRep(app)
    const release = app.smtp.hold()
    await app.visitor().post('/reset', { username: rep })
    const { path } = readResetMail(await nextMailOf(app, { to: rep, subject: 'Reset your password' }))
    app.clock.advance(3 * 60)
    release()
    await until(async () => (await findRequestState(app, rep)) === 'sent')
    app.clock.advance(9 * 60)
    expect((await app.visitor().get(path)).status).toBe(200)
  })

  test('sends a new email by one button after it has ended', async () => {
    const { username: rep } = await addRep(app)
    const { path } = await askForMail(app, rep)
    app.clock.advance(601)
    const person = app.visitor()
    await person.get(path)
    expect((await person.press('Send a new email')).heading).toBe('Check your email')
    const fresh = readResetMail(await nextMailOf(app, { to: rep, subject: 'Reset your password' }))
    expect((await save(person, fresh.path, { code: fresh.code })).status).toBe(303)
  })

  test('is unknown if it was never sent, whatever its form', async () => {
    for (const handle of ['x'.repeat(43), 'short', `${'x'.repeat(42)}!`]) {
      const answer = await app.visitor().get(`/reset/${handle}`)
      expect([answer.status, answer.heading]).toEqual([404, "We don't recognise this link"])
    }
  })

  test('survives scanners that open it before its recipient does', async () => {
    const { username: rep } = await addRep(app)
    const { path, code } = await askForMail(app, rep)
    for (let look = 0; look < 3; look += 1) {
      expect((await app.visitor().head(path)).status).toBe(200)
      expect((await app.visitor().get(path)).status).toBe(200)
    }
    expect((await save(app.visitor(), path, { code })).status).toBe(303)
  })

  test('is stopped by an objection, which also ends the sessions and asks for a reset', async () => {
    pastQuiet(app)
    const { path: changed, code } = await askForMail(app, ava)
    const owner = app.visitor()
    await save(owner, changed, { code })
    const objection =
      /\/objection\/[\w-]{43}/.exec(
        (await nextMailOf(app, { to: ava, subject: 'Your password was changed' })).text,
      )?.[0] ?? ''
    expect((await signIn(owner, ava, goodPassword)).status).toBe(303)
    pastQuiet(app)
    const { path: open } = await askForMail(app, ava)

    const somebody = app.visitor()
    expect((await somebody.get(objection)).heading).toBe("Wasn't it you?")
    expect((await owner.get('/account')).status).toBe(200)
    expect((await somebody.press("It wasn't me: lock it")).status).toBe(200)
    expect((await owner.get('/account')).location).toBe('/sign-in')
    expect((await app.visitor().get(open)).heading).toBe('This link was stopped')
    expect((await signIn(app.visitor(), ava, goodPassword)).status).toBe(401)
    await nextMailOf(app, { to: ava, subject: 'Someone disputed a password change' })

    pastQuiet(app)
    const again = await askForMail(app, ava)
    await save(app.visitor(), again.path, { code: again.code })
    expect((await signIn(app.visitor(), ava, goodPassword)).status).toBe(303)
  })

  test('to object works for seven days', async () => {
    const { username: rep } = await addRep(app)
    const { path, code } = await askForMail(app, rep)
    await save(app.visitor(), path, { code })
    const { text } = await nextMailOf(app, { to: rep, subject: 'Your password was changed' })
    const objection = /\/objection\/[\w-]{43}/.exec(text)?.[0] ?? ''
    expect((await app.visitor().get(objection)).status).toBe(200)
    app.clock.advance(7 * 86_400 + 1)
    const late = await app.visitor().post(objection)
    expect([late.status, late.heading]).toEqual([410, 'This link has expired'])
  })
})

describe('the reset email', () => {
  test('arrives with a working pair once the mail server stops deferring it', async () => {
    const { username: rep } = await addRep(app)
    await app.smtp.goDown()
    await app.visitor().post('/reset', { username: rep })
    await untilDecided(app)
    expect(await findRequestState(app, rep)).toBe('waiting')
    await until(async () => {
      const message = await app.database.db
        .selectFrom('mail_messages')
        .select('attempts')
        .orderBy('created_at', 'desc')
        .executeTakeFirstOrThrow()
      return message.attempts > 0
    })
    await app.smtp.comeUp()
    app.clock.advance(5)
    const mail = readResetMail(await nextMailOf(app, { to: rep, subject: 'Reset your password' }))
    expect((await save(app.visitor(), mail.path, { code: mail.code })).status).toBe(303)
  })

  test('ends as not delivered after an hour, which the audit log shows', async () => {
    const { username: rep } = await addRep(app)
    await app.smtp.goDown()
    await app.visitor().post('/reset', { username: rep })
    app.clock.advance(61 * 60)
    await until(async () => (await findRequestState(app, rep)) === 'not-delivered')
    const id = await app.accountId(rep)
    const events = await app.database.db
      .selectFrom('audit_events')
      .select('action')
      .where('account_id', '=', id)
      .execute()
    expect(events.map(({ action }) => action)).toContain('reset-not-delivered')
    await app.smtp.comeUp()
  })

  test('is sent although the database cut every connection in the middle', async () => {
    const { username: rep } = await addRep(app)
    const release = app.smtp.hold()
    await app.visitor().post('/reset', { username: rep })
    const mail = await nextMailOf(app, { to: rep, subject: 'Reset your password' })
    await app.database.pool
      .query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      )
      .catch(() => {})
    release()
    await until(async () => (await findRequestState(app, rep).catch(() => undefined)) === 'sent')
    const { path, code } = readResetMail(mail)
    expect((await save(app.visitor(), path, { code })).status).toBe(303)
  })
})

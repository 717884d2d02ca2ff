import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { goodPassword } from '../../../tests/support/mails/reset-mail.ts'
import {
  askForMail,
  dan,
  nextMailOf,
  nina,
  riley,
  sam,
  save,
  signIn,
} from '../../../tests/support/people/reset-steps-http.ts'
import { addAuthenticator, codeOf, codesOn, keyOn, setPolicy } from '../../../tests/support/people/second-step.ts'
import { startTestApp as startSecond, startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'
import { limits } from '../../platform/limits/limits.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

const second = '/sign-in?step=second'
const isSignedIn = async (visitor: Visitor) => (await visitor.get('/account')).status === 200
const passwordStep = async (username: string, visitor = app.visitor()) => {
  const answer = await signIn(visitor, username, app.passwordOf(username))
  expect([answer.status, answer.location]).toEqual([303, second])
  return visitor
}
const sendCode = (visitor: Visitor, code: string, more: Record<string, string> = {}) =>
  visitor.post(second, { code, ...more })

describe('a person who must have a second step', () => {
  test('6.3.3 adds an authenticator app before the session starts, and gets ten recovery codes', async () => {
    await setPolicy(app, 'scan', 'required')
    const visitor = await passwordStep(sam)
    expect(await isSignedIn(visitor)).toBe(false)
    const page = await visitor.get(second)
    expect(page.heading).toBe('Set up your second step')
    expect(page.html).toContain('<svg class="qr-code"')
    const done = await visitor.press('Save second step', { code: codeOf(keyOn(page.html), app.clock.now()) })
    expect([done.status, codesOn(done.html).length]).toEqual([200, 10])
    expect(await isSignedIn(visitor)).toBe(true)
    const mail = await nextMailOf(app, { to: sam, subject: 'A second step was added to your account' })
    expect(mail.text).toContain("It wasn't me")
    await setPolicy(app, 'scan', 'offered')
  })

  test('has the grace period of the policy from the first sign-in on, and a mistyped code saves nothing', async () => {
    await setPolicy(app, 'contact', 'required', { graceDays: 14 })
    expect((await signIn(app.visitor(), 'HV1001', app.passwordOf('HV1001'))).location).toBe('/account')
    app.clock.advance(14 * 86_400 - 60)
    expect((await signIn(app.visitor(), 'HV1001', app.passwordOf('HV1001'))).location).toBe('/account')
    app.clock.advance(120)
    const visitor = await passwordStep('HV1001')
    await visitor.get(second)
    const refused = await visitor.press('Save second step', { code: '000000' })
    expect([refused.status, refused.html]).toEqual([422, expect.stringContaining("This code isn't right")])
    expect(await isSignedIn(visitor)).toBe(false)
    await setPolicy(app, 'contact', 'offered')
    expect((await signIn(app.visitor(), 'HV1001', app.passwordOf('HV1001'))).location).toBe('/shop')
  })
})

describe('a code of an authenticator app', () => {
  test('is asked after the right password, and completes the sign-in', async () => {
    const authenticator = await addAuthenticator(app, nina)
    const visitor = await passwordStep(nina)
    expect(await isSignedIn(visitor)).toBe(false)
    expect((await visitor.get(second)).heading).toBe('Second step')
    const done = await visitor.press('Sign in', { code: authenticator.next() })
    expect(done.heading).toBe('Your account')
    const { rows } = await app.database.pool.query(
      'select methods from sessions where account_id = $1 order by created_at desc limit 1',
      [await app.accountId(nina)],
    )
    expect(rows).toEqual([{ methods: ['pwd', 'otp', 'mfa'] }])
  })

  test('6.5.1 6.5.8 counts once, on two servers at the same moment, and one step of time around the clock of the server', async () => {
    const authenticator = await addAuthenticator(app, dan)
    const other = await startSecond({ beside: app })
    try {
      const visitors = [await passwordStep(dan), await passwordStep(dan), await passwordStep(dan)]
      const code = authenticator.next()
      const elsewhere = other.visitor()
      for (const [name, value] of visitors[2]?.cookies ?? []) elsewhere.cookies.set(name, value)
      const answers = await Promise.all(
        [visitors[0], visitors[1], elsewhere].map(visitor => visitor && sendCode(visitor, code)),
      )
      expect(answers.map(answer => answer?.status).sort()).toEqual([303, 422, 422])
      expect((await sendCode(await passwordStep(dan), code)).status).toBe(422)
    } finally {
      await other.stop()
    }
    const key = authenticator.key
    for (const [seconds, status] of [
      [-60, 422],
      [60, 422],
      [30, 303],
    ] as const) {
      app.clock.advance(120)
      const at = new Date(app.clock.now().getTime() + seconds * 1000)
      expect((await sendCode(await passwordStep(dan), codeOf(key, at))).status, `${seconds} s`).toBe(status)
    }
  })

  test('6.5.1 a recovery code counts once, and its use is told', async () => {
    const { recoveryCodes } = await addAuthenticator(app, riley)
    const [code = ''] = recoveryCodes
    const visitors = [await passwordStep(riley), await passwordStep(riley)]
    const answers = await Promise.all(visitors.map(visitor => sendCode(visitor, code)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    await nextMailOf(app, { to: riley, subject: 'A recovery code was used' })
    const typed = (recoveryCodes[1] ?? '').replaceAll('-', ' ')
    expect((await sendCode(await passwordStep(riley), typed)).status).toBe(303)
  })
})

describe('guessing', () => {
  test('6.6.3 a half-done sign-in accepts five codes and ends, and the next one starts with the password', async () => {
    const visitor = await passwordStep(nina)
    for (let guess = 1; guess < limits.halfDoneSignIns.tries; guess += 1) {
      expect((await sendCode(visitor, '123456')).status).toBe(422)
    }
    const last = await sendCode(visitor, '123456')
    expect([last.status, last.location]).toEqual([303, '/sign-in'])
    expect((await sendCode(visitor, '123456')).location).toBe('/sign-in')
  })

  test('6.6.3 is limited per account over all half-done sign-ins and strange devices, in parallel too, and a known device has tries of its own', async () => {
    const authenticator = await addAuthenticator(app, 'HV1001')
    const known = app.visitor()
    await passwordStep('HV1001', known)
    expect((await sendCode(known, authenticator.next())).status).toBe(303)
    const { points } = limits.secondStepTries
    const statuses: number[] = []
    for (let round = 0; round < points / 5 + 1; round += 1) {
      const visitor = await passwordStep('HV1001')
      const answers = await Promise.all(Array.from({ length: 5 }, () => sendCode(visitor, '123456')))
      statuses.push(...answers.map(({ status }) => status))
    }
    expect(statuses.filter(status => status === 422 || status === 303).length).toBeLessThanOrEqual(points)
    expect(statuses).toContain(429)
    await passwordStep('HV1001', known)
    expect((await sendCode(known, authenticator.next())).status).toBe(303)
  })
})

describe('a half-done sign-in', () => {
  test('belongs to the browser that gave the password', async () => {
    const authenticator = await addAuthenticator(app, nina)
    await passwordStep(nina)
    const other = await sendCode(app.visitor(), authenticator.next())
    expect([other.status, other.location]).toEqual([303, '/sign-in'])
  })

  test('ends after ten minutes', async () => {
    const authenticator = await addAuthenticator(app, nina)
    const visitor = await passwordStep(nina)
    app.clock.advance(limits.halfDoneSignIns.seconds)
    expect((await sendCode(visitor, authenticator.next())).location).toBe('/sign-in')
    expect(await isSignedIn(visitor)).toBe(false)
  })

  test('6.4.3 7.4.3 is ended by a reset, which changes no factor: the next sign-in asks for the code', async () => {
    const authenticator = await addAuthenticator(app, nina)
    const before = await passwordStep(nina)
    const { path, code } = await askForMail(app, nina)
    await save(app.visitor(), path, { code })
    expect((await sendCode(before, authenticator.next())).location).toBe('/sign-in')
    const after = app.visitor()
    expect((await signIn(after, nina, goodPassword)).location).toBe(second)
    expect((await sendCode(after, authenticator.next())).status).toBe(303)
  })

  test('7.4.2 is ended by a deactivation', async () => {
    const authenticator = await addAuthenticator(app, riley)
    const visitor = await passwordStep(riley)
    const change = { is_active: false }
    await app.database.db.updateTable('accounts').set(change).where('username', '=', riley).execute()
    expect((await sendCode(visitor, authenticator.next())).location).toBe('/sign-in')
    expect(await isSignedIn(visitor)).toBe(false)
    await app.database.db.updateTable('accounts').set({ is_active: true }).where('username', '=', riley).execute()
  })
})

test('a trusted browser is not asked for 30 days, until a reset or another revocation', async () => {
  const authenticator = await addAuthenticator(app, riley)
  const visitor = await passwordStep(riley)
  await sendCode(visitor, authenticator.next(), { trust: 'yes' })
  const again = () => signIn(visitor, riley, app.passwordOf(riley))
  expect((await again()).location).toBe('/account')
  expect((await signIn(app.visitor(), riley, app.passwordOf(riley))).location).toBe(second)
  await setPolicy(app, 'device', 'offered', { trustsBrowsers: false })
  expect((await again()).location).toBe(second)
  await setPolicy(app, 'device', 'offered')
  app.clock.advance(limits.trustedBrowsers.seconds)
  expect((await again()).location).toBe(second)
  await sendCode(visitor, authenticator.next(), { trust: 'yes' })
  const { path, code } = await askForMail(app, riley)
  await save(app.visitor(), path, { code })
  expect((await signIn(visitor, riley, goodPassword)).location).toBe(second)
})

test('no secret and no recovery code is in the database or the log as text', async () => {
  const { key, recoveryCodes } = await addAuthenticator(app, dan)
  const { rows } = await app.database.pool.query(`select
    (select string_agg(t::text, ' ') from code_generators t) as generators,
    (select string_agg(t::text, ' ') from recovery_codes t) as codes,
    (select string_agg(t::text, ' ') from audit_events t) as events`)
  const stored = JSON.stringify(rows) + app.logged()
  for (const code of recoveryCodes) expect(stored).not.toContain(code.replaceAll('-', ''))
  expect(stored.toLowerCase()).not.toContain(key.replaceAll(' ', ''))
})

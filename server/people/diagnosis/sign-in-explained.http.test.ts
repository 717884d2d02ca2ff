import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Diagnosis, TimelineEntry } from '../../../shared/contract/diagnosis.ts'
import { readResetMail } from '../../../tests/support/mails/reset-mail.ts'
import { addRep, asJson, signedInAt } from '../../../tests/support/people/administrators.ts'
import {
  askForMail,
  ava,
  buyer,
  findRequestState,
  nextMailOf,
  pastQuiet,
  sam,
  save,
  signIn,
  until,
  untilDecided,
  wrongCode,
} from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'

let app: TestApp
let admin: Visitor
beforeAll(async () => {
  app = await startTestApp()
  admin = await signedInAt(app, ava, app.passwordOf(ava))
})
afterAll(() => app.stop())

type Explained = { diagnosis: Diagnosis; timeline: TimelineEntry[] }

async function explain(username: string, what = 'users'): Promise<Explained> {
  // The administrator signs in now: earlier sessions may have expired.
  admin = await signedInAt(app, ava, app.passwordOf(ava))
  return asJson(await admin.get(`/api/${what}/${await app.accountId(username)}`)).body
}

async function command(username: string, name: string, what = 'users') {
  return asJson(await admin.postJson(`/api/${what}/${await app.accountId(username)}/${name}`, {})).body
}

const linesOf = ({ timeline }: Explained, what: string) => timeline.filter(entry => entry.what === what)

test('6.3.1 explains guessing with its count, its end and its networks, and unlocking ends it', async () => {
  const { username: rep } = await addRep(app)
  const guesser = app.visitor()
  for (let failure = 0; failure < 6; failure++) {
    await signIn(guesser, rep, 'not-the-password')
    app.clock.advance(60)
  }
  await signIn(guesser, rep, 'not-the-password')
  const explained = await explain(rep)
  expect(explained.diagnosis).toMatchObject({
    obstacle: 'guessing',
    guessing: { failures: 7, whom: 'everybody', networks: [guesser.address] },
  })
  const seconds = (Date.parse(explained.diagnosis.guessing?.until ?? '') - app.clock.now().getTime()) / 1000
  expect(seconds).toBe(120)
  expect(linesOf(explained, 'sign-in-refused')[0]?.details).toEqual({ why: 'wrong', failures: 7, waitSeconds: 120 })
  await command(rep, 'unlock')
  expect((await explain(rep)).diagnosis).toMatchObject({ obstacle: null, guessing: null })
})

test('tells a lockout of unknown networks from a lockout of the person', async () => {
  const { username: rep } = await addRep(app)
  const home = await signedInAt(app, rep, app.passwordOf(rep))
  await app.database.pool.query('delete from sign_in_failures')
  await signIn(app.visitor(), rep, 'not-the-password')
  await app.database.pool.query('update sign_in_failures set failures = 120')
  app.clock.advance(2 * 3600)
  expect((await explain(rep)).diagnosis.guessing).toMatchObject({ failures: 120, whom: 'strangers' })
  expect((await signIn(app.visitor(), rep, app.passwordOf(rep))).status).toBe(429)
  expect((await signIn(home, rep, app.passwordOf(rep))).status).toBe(303)
  await app.database.pool.query('delete from sign_in_failures')
})

test('names who closed the account and says that the password was right', async () => {
  const { username: rep } = await addRep(app)
  await command(rep, 'lock')
  await signIn(app.visitor(), rep, app.passwordOf(rep))
  const locked = await explain(rep)
  expect(locked.diagnosis).toMatchObject({ obstacle: 'locked', by: ava, since: expect.any(String) })
  expect(linesOf(locked, 'sign-in-refused')[0]?.details.why).toBe('locked')
  expect(linesOf(locked, 'user-locked')[0]?.by).toBe(ava)
  await command(rep, 'deactivate')
  expect((await explain(rep)).diagnosis).toMatchObject({ obstacle: 'inactive', by: ava })
  await command(rep, 'reactivate')
  await command(rep, 'unlock')
  await command(rep, 'mark-compromised')
  expect((await explain(rep)).diagnosis).toMatchObject({ obstacle: 'compromised', by: ava })
})

test('explains an active account without a licence, and reactivating takes one', async () => {
  await app.database.pool.query('update users set has_licence = false where account_id = $1', [
    await app.accountId(sam),
  ])
  expect((await explain(sam)).diagnosis.obstacle).toBe('unlicensed')
  expect((await command(sam, 'reactivate')).kind).toBe('reactivated')
  expect((await explain(sam)).diagnosis.obstacle).toBe(null)
})

test('J11 explains how a reset ended: open, expired, exhausted, stopped, used', async () => {
  const { username: rep } = await addRep(app)
  pastQuiet(app)
  await askForMail(app, rep)
  expect((await explain(rep)).diagnosis).toMatchObject({ obstacle: null, mail: { state: 'open' } })
  app.clock.advance(11 * 60)
  const expired = await explain(rep)
  expect(expired.diagnosis.mail?.state).toBe('expired')
  expect(linesOf(expired, 'reset-expired')).toHaveLength(1)

  const { path, code } = await askForMail(app, rep)
  for (let wrong = 0; wrong < 5; wrong++) await save(app.visitor(), path, { code: wrongCode(code) })
  const exhausted = await explain(rep)
  expect(exhausted.diagnosis.mail?.state).toBe('exhausted')
  expect(linesOf(exhausted, 'reset-code-wrong')[0]?.details.try).toBe(5)

  pastQuiet(app)
  await askForMail(app, rep)
  await command(rep, 'deactivate')
  await command(rep, 'reactivate')
  const voided = await explain(rep)
  expect(voided.diagnosis.mail?.state).toBe('voided')
  expect(linesOf(voided, 'reset-voided')[0]?.details.because).toBe('deactivated')

  pastQuiet(app)
  const last = await askForMail(app, rep)
  await save(app.visitor(), last.path, { code: last.code })
  expect((await explain(rep)).diagnosis.mail?.state).toBe('used')
})

test("shows the SMTP server's answer to a rejected email until the person signs in", async () => {
  pastQuiet(app)
  app.smtp.answerWith({ refuse: 'recipient', code: 550, text: 'No such mailbox here' })
  await command(sam, 'password-reset')
  await until(async () => (await findRequestState(app, sam)) === 'not-delivered')
  app.smtp.answerWith('accept')
  const failed = await explain(sam)
  expect(failed.diagnosis).toMatchObject({ obstacle: 'mail-failing', mail: { state: 'not-delivered' } })
  expect(failed.diagnosis.failing).toMatchObject([{ address: sam, why: '550 No such mailbox here' }])
  expect(failed.diagnosis.mail?.answer).toContain('No such mailbox here')
  expect(failed.timeline.find(entry => entry.mail)?.mail).toMatchObject({ state: 'bounced', attempts: 1 })
  app.clock.advance(1)
  await signedInAt(app, sam, app.passwordOf(sam))
  expect((await explain(sam)).diagnosis.obstacle).toBe(null)
})

test('tells the administrator that a limit refused a reset', async () => {
  const visitor = app.visitor()
  for (let mail = 0; mail < 4; mail++) {
    app.clock.advance(120)
    await visitor.post('/reset', { username: sam })
    await untilDecided(app)
    await until(async () => (await findRequestState(app, sam)) !== 'waiting')
  }
  const refused = await explain(sam)
  expect(refused.diagnosis).toMatchObject({ obstacle: 'mail-refused', mail: { state: 'refused' } })
  expect(linesOf(refused, 'reset-refused')).toHaveLength(1)
})

test('explains and unlocks a contact like a user', async () => {
  await signIn(app.visitor(), 'HV1001', 'not-the-password')
  await command('HV1001', 'password-reset', 'contacts')
  const { path } = readResetMail(await nextMailOf(app, { to: buyer, subject: 'Reset your password' }))
  await until(async () => (await findRequestState(app, 'HV1001')) === 'sent')
  const open = await explain('HV1001', 'contacts')
  expect(open.diagnosis).toMatchObject({ obstacle: null, mail: { state: 'open', purpose: 'reset' } })
  expect(JSON.stringify(open)).not.toContain(path.split('/').at(-1))
  expect(linesOf(open, 'sign-in-refused')).toHaveLength(1)
  await command('HV1001', 'withdraw-access', 'contacts')
  expect((await explain('HV1001', 'contacts')).diagnosis).toMatchObject({ obstacle: 'no-access', by: ava })
  await command('HV1001', 'restore-access', 'contacts')
  await app.database.pool.query('update accounts set locked_at = now() where username = $1', ['HV1001'])
  expect((await explain('HV1001', 'contacts')).diagnosis.obstacle).toBe('locked')
  expect((await command('HV1001', 'unlock', 'contacts')).kind).toBe('unlocked')
  expect((await explain('HV1001', 'contacts')).diagnosis.obstacle).toBe(null)
})

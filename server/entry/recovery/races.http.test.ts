import { afterAll, beforeAll, expect, test } from 'vitest'
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
  untilDecided,
  wrongCode,
} from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

const atOnce = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)))

const countStatus = (answers: readonly { status: number }[], status: number) =>
  answers.filter(answer => answer.status === status).length

const listTries = async (username: string) => {
  const id = await app.accountId(username)
  return app.database.db.selectFrom('reset_pairs').select(['tries', 'used_at']).where('account_id', '=', id).execute()
}

const countEvents = async (username: string, action: string) => {
  const id = await app.accountId(username)
  const rows = await app.database.db
    .selectFrom('audit_events')
    .select('id')
    .where('account_id', '=', id)
    .where('action', '=', action)
    .execute()
  return rows.length
}

test('6.5.1 saves exactly one of 50 concurrent passwords with the right code', async () => {
  const { path, code } = await askForMail(app, riley)
  const answers = await atOnce(50, index => {
    const newPassword = `${goodPassword} ${index}`
    return save(app.visitor(), path, { code, newPassword, confirmPassword: newPassword })
  })
  expect(countStatus(answers, 303)).toBe(1)
  expect(countStatus(answers, 410)).toBe(49)
  expect(await countEvents(riley, 'password-reset')).toBe(1)
  const winner = answers.findIndex(answer => answer.status === 303)
  expect((await signIn(app.visitor(), riley, `${goodPassword} ${winner}`)).status).toBe(303)
})

test('6.6.3 compares five of 200 concurrent wrong codes, and refuses the right one afterwards', async () => {
  const { path, code } = await askForMail(app, nina)
  const answers = await atOnce(200, () => save(app.visitor(), path, { code: wrongCode(code) }))
  expect(countStatus(answers, 422) + countStatus(answers, 410)).toBe(200)
  expect(await countEvents(nina, 'reset-code-wrong')).toBe(5)
  expect(await listTries(nina)).toEqual([{ tries: 5, used_at: null }])
  const late = await save(app.visitor(), path, { code })
  expect([late.status, late.heading]).toEqual([410, 'Too many wrong codes'])
})

test('sends one email for 20 concurrent presses of OK', async () => {
  const answers = await atOnce(20, () => app.visitor().post('/reset', { username: dan }))
  expect(countStatus(answers, 303)).toBe(20)
  await app.smtp.nextMail({ to: dan })
  await untilDecided(app)
  expect(await countEvents(dan, 'reset-asked')).toBe(1)
})

test('6.3.1 compares no more of 200 concurrent wrong passwords than are allowed before the wait, plus those in progress', async () => {
  const answers = await atOnce(200, () => signIn(app.visitor(), sam, 'surely-not-the-password'))
  const compared = countStatus(answers, 401)
  expect(compared + countStatus(answers, 429) + countStatus(answers, 503)).toBe(200)
  expect(compared).toBeGreaterThanOrEqual(5)
  expect(compared).toBeLessThanOrEqual(5 + 2 * navigator.hardwareConcurrency)
  expect((await signIn(app.visitor(), sam, app.passwordOf(sam))).status).toBe(429)
})

test('carries out exactly one of 20 concurrent objections with one link', async () => {
  const ava = 'ava.admin@harbourvale.example'
  const { path, code } = await askForMail(app, ava)
  await save(app.visitor(), path, { code })
  const notice = await nextMailOf(app, { to: ava, subject: 'Your password was changed' })
  const objection = /\/objection\/[\w-]{43}/.exec(notice.text)?.[0] ?? ''
  const answers = await atOnce(20, () => app.visitor().post(objection))
  expect([countStatus(answers, 200), countStatus(answers, 410)]).toEqual([1, 19])
  expect(await countEvents(ava, 'change-objected')).toBe(1)
})

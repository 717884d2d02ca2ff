import { createHmac, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { vacationNotice, writeDeliveryReport } from '../../../tests/support/mails/delivery-report.ts'
import { asJson, signedInAt } from '../../../tests/support/people/administrators.ts'
import { askForMail, ava, dan, nina, riley } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'

const key = randomBytes(32)
let app: TestApp
let admin: Visitor
beforeAll(async () => {
  app = await startTestApp({ env: { BOUNCE_KEY: key.toString('hex'), BOUNCE_ADDRESS: 'bounces@harbourvale.example' } })
  admin = await signedInAt(app, ava, app.passwordOf(ava))
})
afterAll(() => app.stop())

const nowSeconds = () => Math.floor(app.clock.now().getTime() / 1000)
const sign = (body: string, { at = nowSeconds(), by = key } = {}) =>
  createHmac('sha256', by).update(`${at}.`).update(body).digest('hex')

type Posted = { signature?: string; at?: number; type?: string; headers?: Record<string, string> }

async function post(body: string, { at = nowSeconds(), type = 'message/rfc822', ...more }: Posted = {}) {
  const { signature = sign(body, { at }), headers = {} } = more
  const answer = await fetch(`${app.url}/mail/bounces`, {
    method: 'POST',
    headers: {
      'content-type': type,
      'fieldkey-timestamp': String(at),
      'fieldkey-signature': signature,
      accept: 'application/json',
      ...headers,
    },
    body,
  })
  return { status: answer.status, body: await answer.json() }
}

async function sentTo(username: string) {
  await askForMail(app, username)
  const mail = app.smtp.received.findLast(({ to }) => to === username)
  if (!mail) throw new Error(`No mail to ${username}`)
  return mail
}

const userOf = async (username: string) => asJson(await admin.get(`/api/users/${await app.accountId(username)}`)).body

describe('ML-4 a signed report from a mail server', () => {
  test("marks the message and the user, and appears in the timeline with the server's answer", async () => {
    const { envelope } = await sentTo(riley)
    const report = writeDeliveryReport({ to: envelope.from, recipient: riley })
    expect(await post(report)).toEqual({ status: 200, body: { kind: 'bounced' } })

    const why = `550 5.1.1 <${riley}>: Recipient address rejected: User unknown`
    const user = await userOf(riley)
    expect(user.isMailFailing).toBe(true)
    expect(user.diagnosis.obstacle).toBe('mail-failing')
    expect(user.diagnosis.failing).toEqual([{ address: riley, since: app.clock.now().toISOString(), why }])
    expect(user.timeline).toContainEqual(
      expect.objectContaining({ what: 'reset', mail: { state: 'bounced', attempts: 1, lastAnswer: why } }),
    )
    expect(user.timeline.map(({ what }: { what: string }) => what)).toContain('mail-bounced')
    const log = asJson(await admin.get('/api/mail?state=bounced')).body
    expect(log.messages).toMatchObject([{ to: riley, state: 'bounced', lastAnswer: why, remedy: 'ask-anew' }])
  })

  test('changes nothing when it is sent again, even after an administrator has cleared the address', async () => {
    const { envelope } = await sentTo(dan)
    const report = writeDeliveryReport({ to: envelope.from, recipient: dan })
    expect((await post(report)).body.kind).toBe('bounced')
    await admin.postJson('/api/mail/failing/clear', { address: dan })
    expect((await post(report)).body.kind).toBe('bounced-before')
    expect((await userOf(dan)).isMailFailing).toBe(false)
  })

  test('is accepted and ignored when it proves nothing, and is never answered by email', async () => {
    const before = app.smtp.received.length
    expect(await post(vacationNotice)).toEqual({ status: 200, body: { kind: 'not-a-report' } })
    const forged = writeDeliveryReport({ to: 'no-reply@harbourvale.example', recipient: nina })
    expect(await post(forged)).toEqual({ status: 200, body: { kind: 'unknown-message' } })
    expect((await userOf(nina)).isMailFailing).toBe(false)
    expect(app.smtp.received).toHaveLength(before)
  })
})

describe('an unsigned report', () => {
  const report = () => writeDeliveryReport({ to: 'no-reply@harbourvale.example', recipient: nina })

  test.each([
    ['by another key', () => ({ signature: sign(report(), { by: randomBytes(32) }) })],
    ['for another body', () => ({ signature: sign('another') })],
    ['for another time', () => ({ signature: sign(report(), { at: nowSeconds() - 10 }) })],
    ['six minutes ago', () => ({ at: nowSeconds() - 360 })],
    ['six minutes ahead', () => ({ at: nowSeconds() + 360 })],
    ['by nothing', () => ({ signature: '' })],
    ['by something that is no signature', () => ({ signature: 'zz' })],
    ['by a session of an administrator', () => ({ signature: '', headers: cookiesOf(admin) })],
  ] satisfies [string, () => Posted][])('is refused: signed %s', async (_how, how) => {
    expect(await post(report(), how())).toEqual({ status: 401, body: { kind: 'not-signed' } })
  })

  test('is refused unread when it is too large or has another content type', async () => {
    expect((await post('x'.repeat(256 * 1024 + 1))).status).toBe(413)
    expect((await post('{}', { type: 'application/json' })).status).toBe(415)
    expect((await post('a=b', { type: 'application/x-www-form-urlencoded' })).status).toBe(415)
  })

  test('gets a 404 when no key is set', async () => {
    const without = await startTestApp({ beside: app, env: { BOUNCE_KEY: '' } })
    const answer = await fetch(`${without.url}/mail/bounces`, { method: 'POST', headers: { origin: app.url } })
    expect(answer.status).toBe(404)
    await without.stop()
  })
})

describe('a failing address', () => {
  test('is a filter of the user list and a column of its export', async () => {
    const list = asJson(await admin.get('/api/users?mail=failing')).body
    expect(list.users.map(({ username }: { username: string }) => username)).toEqual([riley])
    expect(list).toMatchObject({ total: 1, users: [{ isMailFailing: true }] })
    const { html } = await admin.get('/api/users/export?mail=failing')
    expect(html.split('\r\n')).toEqual([
      expect.stringContaining('"Mail"'),
      expect.stringMatching(new RegExp(`^"${riley}".*"failing"$`)),
      '',
    ])
  })

  test('is listed with its accounts, counted, and cleared by an administrator, which the audit log records', async () => {
    const list = asJson(await admin.get('/api/mail/failing')).body
    expect(list).toMatchObject({
      failing: [{ address: riley, accounts: [{ username: riley, kind: 'user' }] }],
      hasMore: false,
    })
    expect(asJson(await admin.get('/api/mail/standing')).body).toEqual({ oldestWaitingSeconds: null, failing: 1 })
    const cleared = asJson(await admin.postJson('/api/mail/failing/clear', { address: riley.toUpperCase() }))
    expect(cleared.body.kind).toBe('cleared')
    expect((await userOf(riley)).isMailFailing).toBe(false)
    expect((await userOf(riley)).timeline[0]).toMatchObject({ what: 'mail-works-again', by: ava })
    expect(asJson(await admin.postJson('/api/mail/failing/clear', { address: riley })).body.kind).toBe('was-working')
  })

  test('marks every account that shares it, and also counts as a second address', async () => {
    const shared = 'buyer@cornerstore.example'
    const { pool } = app.database
    await pool.query('update users set email_to = $1 where account_id = $2', [
      'Buyer@CornerStore.example',
      await app.accountId(nina),
    ])
    await pool.query(`insert into failing_addresses values ($1, now(), '550 5.1.1 gone', now(), null)`, [shared])
    const contact = asJson(await admin.get(`/api/contacts/${await app.accountId('HV1001')}`)).body
    expect(contact.diagnosis.failing).toMatchObject([{ address: shared, why: '550 5.1.1 gone' }])
    expect((await userOf(nina)).diagnosis.failing).toMatchObject([{ address: shared }])
    const list = asJson(await admin.get('/api/mail/failing')).body.failing
    const names = list[0].accounts.map(({ username }: { username: string }) => username)
    expect(names).toEqual(expect.arrayContaining(['HV1001', nina]))
    expect(asJson(await admin.get('/api/users?mail=failing')).body.total).toBe(1)
  })
})

const cookiesOf = ({ cookies }: Visitor) => ({
  cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
})

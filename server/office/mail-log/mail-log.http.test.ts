import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noRights } from '../../../shared/contract/rights.ts'
import { addMail } from '../../../tests/support/mails/mails.ts'
import { addAdministrator, asJson, signedInAt } from '../../../tests/support/people/administrators.ts'
import { askForMail, ava, nextMailOf, nina, riley } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'

let app: TestApp
let admin: Visitor
beforeAll(async () => {
  app = await startTestApp()
  // Nothing needs attention, so the daily email comes between no two emails of a test.
  await app.database.db.deleteFrom('orders').execute()
  admin = await signedInAt(app, ava, app.passwordOf(ava))
})
afterAll(() => app.stop())

const read = async (query = '') => asJson(await admin.get(`/api/mail${query}`)).body

test('the log shows the outcome of each mail, and neither its link nor its code', async () => {
  const { path, code } = await askForMail(app, riley)
  const log = await read()
  expect(log.messages[0]).toMatchObject({ to: riley, kind: 'reset', state: 'sent', attempts: 1 })
  expect(log.messages[0].lastAnswer).toMatch(/^250/)
  expect(log.oldestWaitingSeconds).toBeNull()
  expect(JSON.stringify(log)).not.toContain(path.split('/').at(-1))
  expect(JSON.stringify(log)).not.toContain(code)
})

test('a waiting mail is aged from its request, and is found by its state', async () => {
  const accountId = await app.accountId(nina)
  await addMail(app, { state: 'waiting', kind: 'reset', accountId, recipient: nina, answer: '451 try again' })
  app.clock.advance(121)
  const log = await read('?state=waiting')
  expect(log.oldestWaitingSeconds).toBe(121)
  expect(log.messages).toHaveLength(1)
  expect(log.messages[0]).toMatchObject({ to: nina, lastAnswer: '451 try again', sentAt: null })
  await app.database.pool.query(`update mail_messages set state = 'failed' where state = 'waiting'`)
})

test('pages neither repeat nor skip a mail, and the last page says that it is the last', async () => {
  for (let count = 0; count < 2; count += 1) await addMail(app, { state: 'failed' })
  const all = await read('?size=100')
  const pages = await Promise.all(all.messages.map((_: unknown, index: number) => read(`?size=1&page=${index + 1}`)))
  expect(pages.map(page => page.messages[0].id)).toEqual(all.messages.map(({ id }: { id: string }) => id))
  expect(pages.map(page => page.hasMore)).toEqual(pages.map((_, index) => index + 1 < pages.length))
})

describe('an undelivered mail', () => {
  const retry = async (id: string) => asJson(await admin.postJson(`/api/mail/${id}/retry`, {}))
  const one = async (id: string) => asJson(await admin.get(`/api/mail/${id}`)).body

  test('is sent again as the same message, and its wait starts afresh', async () => {
    const id = await addMail(app, { state: 'bounced', recipient: 'once.more@elsewhere.example' })
    app.clock.advance(20 * 60)
    expect(await one(id)).toMatchObject({ state: 'bounced', remedy: 'retry' })
    expect(await retry(id)).toMatchObject({ status: 200, body: { kind: 'retried' } })
    expect(asJson(await admin.get('/api/mail/standing')).body.oldestWaitingSeconds ?? 0).toBeLessThan(20 * 60)
    await app.smtp.nextMail({ to: 'once.more@elsewhere.example' })
    await expect.poll(() => one(id)).toMatchObject({ state: 'sent', bouncedAt: null, remedy: null, attempts: 2 })
    expect(await retry(id)).toMatchObject({ status: 409, body: { problem: { kind: 'not-failed' } } })
  })

  test('is sent once when twenty administrators retry it at the same moment', async () => {
    const to = 'twenty@elsewhere.example'
    const id = await addMail(app, { state: 'failed', recipient: to })
    const answers = await Promise.all(Array.from({ length: 20 }, () => retry(id)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    await app.smtp.nextMail({ to })
    await expect.poll(() => one(id)).toMatchObject({ state: 'sent' })
    expect(app.smtp.received.filter(mail => mail.to === to)).toHaveLength(1)
  })

  test.each(['reset', 'invitation'])('with a link and a code needs a new request: %s', async kind => {
    const id = await addMail(app, { state: 'failed', kind })
    expect(await one(id)).toMatchObject({ remedy: 'ask-anew' })
    expect(await retry(id)).toMatchObject({ status: 409, body: { problem: { kind: 'ask-anew' } } })
  })
})

describe('a test mail', () => {
  const send = async (order: object, by = admin) => asJson(await by.postJson('/api/mail/test', order))
  const answered = (id: string) => expect.poll(async () => asJson(await admin.get(`/api/mail/${id}`)).body)

  test("goes to the administrator's own address, and the server's answer can be read", async () => {
    const { body } = await send({})
    await nextMailOf(app, { to: ava, subject: 'Test email' })
    await answered(body.id).toMatchObject({ state: 'sent', lastAnswer: '250 queued by the test', kind: 'test' })
  })

  test('that an external mailbox bounces says so, and marks no account', async () => {
    app.smtp.answerWith({ refuse: 'recipient', code: 550, text: '5.1.1 no such mailbox' })
    const { body } = await send({ to: 'nobody@elsewhere.example' })
    await answered(body.id).toMatchObject({ state: 'bounced', lastAnswer: '550 5.1.1 no such mailbox' })
    app.smtp.answerWith('accept')
    expect(asJson(await admin.get('/api/mail/standing')).body.failing).toBe(0)
  })

  test('is refused if the address is not one, and after ten within the hour', async () => {
    const { visitor } = await addAdministrator(app, { rights: { ...noRights, mail: 'write' } })
    expect(await send({ to: 'a@b, c@d' }, visitor)).toMatchObject({
      status: 422,
      body: { problem: { kind: 'bad-address' } },
    })
    for (let count = 0; count < 10; count++) {
      expect((await send({ to: 'many@elsewhere.example' }, visitor)).status).toBe(200)
    }
    expect(await send({}, visitor)).toMatchObject({ status: 429, body: { problem: { kind: 'too-many-tests' } } })
  })
})

test('ML-1 the sender is looked up in DNS when an administrator asks, and not before', async () => {
  expect(app.dns.asked).toEqual([])
  app.dns.texts.set('harbourvale.example', ['v=spf1 a:mail.harbourvale.example -all'])
  const { checks } = asJson(await admin.get('/api/mail/sender')).body
  expect(checks.map(({ record, verdict }: Record<string, string>) => [record, verdict])).toEqual([
    ['spf', 'found'],
    ['dkim', 'unnamed'],
    ['dmarc', 'missing'],
  ])
})

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type ReportToWrite,
  vacationNotice,
  writeDeliveryReport,
} from '../../../tests/support/mails/delivery-report.ts'
import { createMailGround, type MailGround } from '../../../tests/support/mails/mail-ground.ts'
import { listFailingOf } from '../../platform/mail/failing-accounts.query.ts'
import { createTakeBounce, type TakeBounce } from './take-bounce.ts'

const riley = 'riley.rep@harbourvale.example'
const sender = 'no-reply@accounts.harbourvale.example'
let ground: MailGround
let takeBounce: TakeBounce
let accountId: string
let id: string

beforeAll(async () => {
  ground = await createMailGround()
})
beforeEach(async () => {
  await ground.reset()
  takeBounce = createTakeBounce(ground)
  accountId = await ground.addPerson(riley)
  id = await ground.queue(riley, { accountId })
  await ground.deliver(id)
})
afterAll(() => ground.stop())

const sent = () => ground.server.received[0]
const take = async (report: Partial<ReportToWrite>) =>
  (await takeBounce(Buffer.from(writeDeliveryReport({ to: sender, recipient: riley, ...report })))).kind
const state = async () => (await ground.readMessage(id)).state
const failing = () => listFailingOf(ground.db, accountId)

describe('ML-4 a report of returned email', () => {
  test('marks the message and the account by the token of the return path alone', async () => {
    ground.clock.advance(60)
    expect(await take({ to: sent()?.envelope.from ?? '' })).toBe('bounced')
    const message = await ground.readMessage(id)
    expect(message).toMatchObject({ state: 'bounced', bounced_at: ground.clock.now() })
    expect(message.last_answer).toBe(`550 5.1.1 <${riley}>: Recipient address rejected: User unknown`)
    expect(await failing()).toMatchObject([{ address: riley, why: message.last_answer }])
    expect(await ground.listNotes()).toEqual(['accepted', 'mail-bounced'])
  })

  test.each(['message/rfc822', 'text/rfc822-headers'] as const)(
    'marks them by Message-ID and recipient, returned as %s',
    async returns => {
      expect(await take({ messageName: sent()?.parsed.messageId, recipient: riley.toUpperCase(), returns })).toBe(
        'bounced',
      )
      expect(await state()).toBe('bounced')
    },
  )

  test('counts by its token when a forwarded email failed at another address', async () => {
    expect(await take({ to: sent()?.envelope.from ?? '', recipient: 'riley@elsewhere.example' })).toBe('bounced')
    expect(await failing()).toMatchObject([{ address: riley }])
  })

  test('counts even when it arrives before the mail server has accepted the message', async () => {
    const release = ground.server.hold()
    const early = await ground.queue(riley, { accountId })
    const delivered = ground.deliver(early)
    const mail = await ground.server.nextMail({ to: riley }).then(() => ground.server.nextMail({ to: riley }))
    const taken = take({ to: mail.envelope.from })
    release()
    await delivered
    expect(await taken).toBe('bounced')
    expect((await ground.readMessage(early)).state).toBe('bounced')
  })

  test('counts once, even when twenty copies arrive concurrently', async () => {
    const to = sent()?.envelope.from ?? ''
    const taken = await Promise.all(Array.from({ length: 20 }, () => take({ to })))
    expect(taken.filter(kind => kind === 'bounced')).toHaveLength(1)
    expect(taken.filter(kind => kind === 'bounced-before')).toHaveLength(19)
    expect((await ground.listNotes()).filter(note => note === 'mail-bounced')).toHaveLength(1)
  })
})

describe('ML-4 an unusual report', () => {
  const to = () => sent()?.envelope.from ?? ''
  const takeRaw = async (raw: string) => (await takeBounce(Buffer.from(raw.replaceAll('\n', '\r\n')))).kind

  test('counts when it explains its action in brackets', async () => {
    expect(await take({ to: to(), action: 'Failed (unrecoverable)' })).toBe('bounced')
    expect(await failing()).toMatchObject([{ address: riley }])
  })

  test('counts when it names a domain that does not exist, as Exchange does', async () => {
    const diagnostic = '550 5.4.310 DNS domain harbourvale.example does not exist'
    expect(await take({ to: to(), status: '5.4.310', diagnostic })).toBe('bounced')
    expect(await failing()).toMatchObject([{ address: riley, why: diagnostic }])
  })

  test('counts by the token in the headers when a provider replaced the Message-ID', async () => {
    const token = String(sent()?.parsed.headers.get('fieldkey-message'))
    expect(await take({ messageName: '<0102@provider.example>', token: token.replace(/.$/, '!') })).toBe(
      'unknown-message',
    )
    expect(await take({ messageName: '<0102@provider.example>', token })).toBe('bounced')
    expect(await failing()).toMatchObject([{ address: riley }])
  })

  test('counts when it was forwarded as an attachment', async () => {
    const report = writeDeliveryReport({ to: to(), recipient: riley }).replaceAll('\r\n', '\n')
    const forwarded = `From: ava@harbourvale.example
To: no-reply@harbourvale.example
Subject: Fwd: Undelivered
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="outer"

--outer
Content-Type: text/plain

See below.

--outer
Content-Type: message/rfc822

${report}
--outer--
`
    expect(await takeRaw(forwarded)).toBe('bounced')
    expect(await failing()).toMatchObject([{ address: riley }])
  })

  const qmail = (lines: {
    to: string
    from?: string
    said?: string
  }) => `From: ${lines.from ?? 'MAILER-DAEMON@mx.harbourvale.example'}
To: ${lines.to}
Subject: failure notice

Hi. This is the qmail-send program at mx.harbourvale.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<${riley}>:
${lines.said ?? '192.0.2.7 does not like recipient.\nRemote host said: 550 5.1.1 no such mailbox'}
Giving up on 192.0.2.7.
`

  test('counts in prose when the return path has a valid token', async () => {
    expect(await takeRaw(qmail({ to: to() }))).toBe('bounced')
    expect(await state()).toBe('bounced')
    expect(await failing()).toMatchObject([{ address: riley, why: '550 5.1.1 no such mailbox' }])
  })

  test.each([
    ['without the token', () => qmail({ to: sender }), 'unknown-message'],
    ['by a person on holiday', () => qmail({ to: to(), from: riley }), 'not-a-report'],
    ['that is still being tried', () => qmail({ to: to(), said: '451 later\nI will keep trying.' }), 'not-a-report'],
  ] as const)('is prose %s, and marks nothing', async (_what, raw, kind) => {
    expect(await takeRaw(raw())).toBe(kind)
    expect(await state()).toBe('sent')
  })
})

describe('ML-4 no account is marked', () => {
  test.each([
    ['contains neither token nor Message-ID', {}],
    ['contains a forged token', { to: `bounces+${'a'.repeat(44)}@harbourvale.example` }],
    [
      'contains a forged Message-ID',
      { messageName: '<11111111-1111-4111-8111-111111111111@accounts.harbourvale.example>' },
    ],
  ] satisfies [string, Partial<ReportToWrite>][])('by a report that %s', async (_why, report) => {
    expect(await take(report)).toBe('unknown-message')
    expect(await state()).toBe('sent')
    expect(await failing()).toEqual([])
  })

  test('by a valid Message-ID with a recipient the message was not sent to', async () => {
    const other = 'nina.rep@harbourvale.example'
    const otherId = await ground.addPerson(other)
    expect(await take({ messageName: sent()?.parsed.messageId, recipient: other })).toBe('unknown-message')
    expect([...(await failing()), ...(await listFailingOf(ground.db, otherId))]).toEqual([])
  })

  test.each(['delayed', 'delivered', 'relayed', 'expanded'])('by a report that says %s', async action => {
    expect(await take({ to: sent()?.envelope.from ?? '', action, status: '4.4.1' })).toBe('nothing-failed')
    expect(await state()).toBe('sent')
    expect(await failing()).toEqual([])
  })

  test('by a vacation notice, an empty email, endlessly nested parts, or input that is no email', async () => {
    const nested = Array.from(
      { length: 3000 },
      (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}\n`,
    )
    for (const raw of [
      nested.join(''),
      `Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(20_000)}`,
      vacationNotice,
      '',
      '\0\xff'.repeat(1000),
      'Content-Type: multipart/report; boundary=x\n\n--x',
    ]) {
      expect((await takeBounce(Buffer.from(raw))).kind).toBe('not-a-report')
    }
  })

  test('by a report that arrives long after the email', async () => {
    ground.clock.advance(15 * 24 * 3600)
    expect(await take({ to: sent()?.envelope.from ?? '' })).toBe('too-late')
    expect(await failing()).toEqual([])
  })

  test.each([
    ['a server that gave up waiting', { status: '4.4.7', diagnostic: '421 4.4.2 no answer' }],
    ['a policy', { status: '5.7.1', diagnostic: '550 5.7.1 looks like spam' }],
  ])('because of %s, although the message has come back', async (_why, report) => {
    expect(await take({ to: sent()?.envelope.from ?? '', ...report })).toBe('bounced')
    expect(await state()).toBe('bounced')
    expect(await failing()).toEqual([])
  })
})

test('keeps an address working when it has accepted an email after the returned one', async () => {
  const to = sent()?.envelope.from ?? ''
  ground.server.answerWith({ refuse: 'recipient', code: 550, text: '5.1.1 no such mailbox' })
  await ground.deliver(await ground.queue(riley, { accountId }))
  ground.server.answerWith('accept')
  ground.clock.advance(60)
  const acceptedAt = ground.clock.now()
  await ground.deliver(await ground.queue(riley, { accountId }))
  ground.clock.advance(60)
  expect(await take({ to })).toBe('bounced')
  const rows = await ground.db.selectFrom('failing_addresses').select('accepted_at').execute()
  expect(rows).toEqual([{ accepted_at: acceptedAt }])
})

test('ML-13 stores nothing of the email text that a report quotes', async () => {
  const link = `https://accounts.harbourvale.example/reset/${'x'.repeat(43)}`
  await take({ to: sent()?.envelope.from ?? '', diagnostic: `550 5.1.1 gone ${link} code 402817` })
  const kept = JSON.stringify([await ground.readMessage(id), await failing(), ground.logLines])
  expect(kept).toContain('gone')
  expect(kept).not.toContain('xxxxx')
  expect(kept).not.toContain('402817')
})

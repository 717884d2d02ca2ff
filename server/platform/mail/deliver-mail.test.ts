import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createMailGround, type MailGround } from '../../../tests/support/mails/mail-ground.ts'
import { createSecretMail } from '../../../tests/support/mails/secret-mail.ts'
import { createDeliverMail } from './deliver-mail.job.ts'
import { listFailingOf } from './failing-accounts.query.ts'

const riley = 'riley.rep@harbourvale.example'
let ground: MailGround

beforeAll(async () => {
  ground = await createMailGround()
})
beforeEach(() => ground.reset())
afterAll(() => ground.stop())

describe('ML-13 a message', () => {
  test('is never sent if its transaction rolled back', async () => {
    const { db, queueMail, server, sweep, clock } = ground
    const undone = db.transaction().execute(async tx => {
      const deliverBy = new Date(clock.now().getTime() + 60_000)
      await queueMail(tx, { kind: 'reset', accountId: null, subjectId: null, recipient: riley, deliverBy })
      throw new Error('undo')
    })
    await expect(undone).rejects.toThrow('undo')
    await sweep()
    const { rows } =
      await sql`select (select count(*) from mail_messages) + (select count(*) from jobs.job) as n`.execute(db)
    expect(rows).toEqual([{ n: '0' }])
    expect(server.received).toEqual([])
  })

  test('is sent once, and its record commits together with the record of its kind', async () => {
    const { queue, deliver, server, readMessage, listNotes } = ground
    const id = await queue(riley)
    await deliver(id)
    await deliver(id)
    expect(server.received).toHaveLength(1)
    const message = await readMessage(id)
    expect(message).toMatchObject({ state: 'sent', attempts: 1, last_answer: '250 queued by the test' })
    expect(message.message_id).toBe(server.received[0]?.parsed.messageId)
    expect(await listNotes()).toEqual(['accepted'])
  })

  test('is sent once when twenty workers try at the same moment', async () => {
    const { queue, server } = ground
    const id = await queue(riley)
    const workers = Array.from({ length: 4 }, () => createDeliverMail(ground))
    await Promise.all(Array.from({ length: 20 }, (_, index) => workers[index % 4]?.(id)))
    expect(server.received).toHaveLength(1)
  })

  test('ends with a reason when its kind cancels it', async () => {
    const { queue, deliver, composeWith, server, readMessage, listNotes } = ground
    composeWith(async () => ({ kind: 'cancel', why: 'the request was voided' }))
    const id = await queue(riley)
    await deliver(id)
    expect(await readMessage(id)).toMatchObject({ state: 'failed', last_answer: 'the request was voided' })
    expect(server.received).toEqual([])
    expect(await listNotes()).toEqual([])
  })

  test('is retried when its kind throws, and the fault is logged', async () => {
    const { queue, deliver, composeWith, readMessage, logLines } = ground
    composeWith(async () => Promise.reject(new Error('broken')))
    const id = await queue(riley)
    await deliver(id)
    expect(await readMessage(id)).toMatchObject({ state: 'waiting', attempts: 1 })
    expect(logLines.some(([data]) => (data as { err?: Error }).err?.message === 'broken')).toBe(true)
  })
})

describe('ML-13 a mail server', () => {
  test('that goes down and comes back receives the mail at the next attempt, with new secrets', async () => {
    const { queue, deliver, server, readMessage, listNotes, secrets } = ground
    const id = await queue(riley)
    await server.goDown()
    await deliver(id)
    expect(await readMessage(id)).toMatchObject({ state: 'waiting', attempts: 1 })
    expect((await readMessage(id)).last_answer).toContain('ECONNREFUSED')
    await server.comeUp()
    await deliver(id)
    expect(await readMessage(id)).toMatchObject({ state: 'sent', attempts: 2 })
    expect(await listNotes()).toEqual(['refused', 'accepted'])
    expect(new Set(secrets).size).toBe(4)
    expect(server.received[0]?.text).toContain(secrets[3])
  })

  test('that answers "later" gets another attempt', async () => {
    const { queue, deliver, server, readMessage, listNotes } = ground
    server.answerWith({ refuse: 'message', code: 451, text: '4.7.1 greylisted' })
    const id = await queue(riley)
    await deliver(id)
    expect(await readMessage(id)).toMatchObject({ state: 'waiting', last_answer: '451 4.7.1 greylisted' })
    server.answerWith('accept')
    await deliver(id)
    expect((await readMessage(id)).state).toBe('sent')
    expect(await listNotes()).toEqual(['refused', 'accepted'])
  })

  test.each(['recipient', 'message'] as const)('that refuses the %s permanently ends the message', async refuse => {
    const { queue, deliver, server, readMessage, listNotes } = ground
    server.answerWith({ refuse, code: 550, text: '5.7.1 against our policy' })
    const id = await queue(riley)
    await deliver(id)
    expect(await readMessage(id)).toMatchObject({ state: 'failed', attempts: 1, bounced_at: null })
    expect((await readMessage(id)).last_answer).toBe('550 5.7.1 against our policy')
    expect(await listNotes()).toEqual(['refused', 'expired'])
  })

  test.each(['recipient', 'message'] as const)(
    'that knows no such mailbox at the %s bounces the message and marks the user as mail failing',
    async refuse => {
      const { addPerson, queue, deliver, server, readMessage, listNotes, db } = ground
      const accountId = await addPerson('Riley.Rep@harbourvale.example')
      server.answerWith({ refuse, code: 550, text: '5.1.1 no such mailbox' })
      const id = await queue(riley, { accountId })
      await deliver(id)
      const message = await readMessage(id)
      expect(message).toMatchObject({ state: 'bounced', attempts: 1, last_answer: '550 5.1.1 no such mailbox' })
      expect(await listNotes()).toEqual(['refused', 'mail-bounced', 'expired'])
      expect(await listFailingOf(db, accountId)).toEqual([
        expect.objectContaining({ address: riley, since: message.bounced_at, why: '550 5.1.1 no such mailbox' }),
      ])
    },
  )

  test('that reports a full mailbox for now marks no user, and the message waits', async () => {
    const { addPerson, queue, deliver, server, readMessage, db } = ground
    const accountId = await addPerson(riley)
    server.answerWith({ refuse: 'recipient', code: 452, text: '4.2.2 mailbox full' })
    const id = await queue(riley, { accountId })
    await deliver(id)
    expect(await readMessage(id)).toMatchObject({ state: 'waiting', last_answer: '452 4.2.2 mailbox full' })
    expect(await listFailingOf(db, accountId)).toEqual([])
  })

  test.each(['530 sign in first', '550 5.1.8 your domain is unknown', '550 Relaying denied', '504 Helo'])(
    'that answers %s at the recipient is a problem for the operator: the message waits, and no address is marked',
    async said => {
      const { addPerson, queue, deliver, server, readMessage, db } = ground
      const accountId = await addPerson(riley)
      const [code = '', ...words] = said.split(' ')
      server.answerWith({ refuse: 'recipient', code: Number(code), text: words.join(' ') })
      const id = await queue(riley, { accountId })
      await deliver(id)
      expect(await readMessage(id)).toMatchObject({ state: 'waiting', last_answer: said })
      expect(await listFailingOf(db, accountId)).toEqual([])
    },
  )

  test('that refuses our own sender is a problem for the operator: the message waits', async () => {
    const { queue, deliver, server, readMessage } = ground
    server.answerWith({ refuse: 'sender', code: 553 })
    const id = await queue(riley)
    await deliver(id)
    expect((await readMessage(id)).state).toBe('waiting')
  })

  test('that accepts a mail without confirming it receives a second one', async () => {
    const { queue, deliver, server, readMessage } = ground
    server.answerWith('drop-after-data')
    const id = await queue(riley)
    await deliver(id)
    expect(await readMessage(id)).toMatchObject({ state: 'waiting', attempts: 1 })
    server.answerWith('accept')
    await deliver(id)
    expect(server.received.map(mail => mail.isAcknowledged)).toEqual([false, true])
    expect(server.received[0]?.parsed.messageId).not.toBe(server.received[1]?.parsed.messageId)
  })
})

test('ML-4 gives each message its own return path while people see the same sender', async () => {
  const { queue, deliver, server, returnPath } = ground
  const ids = [await queue(riley), await queue(riley)]
  for (const id of ids) await deliver(id)
  expect(server.received.map(({ envelope }) => returnPath.findMessageId(envelope.from))).toEqual(ids)
  expect(new Set(server.received.map(({ parsed }) => parsed.from?.value[0]?.address)).size).toBe(1)
  expect(server.received[0]?.raw).not.toContain('bounces+')
})

test('ML-13 records a delivery whose database connection was lost, and does not repeat it', async () => {
  const { queue, deliver, server, readMessage, listNotes, db, sweep } = ground
  const release = server.hold()
  const id = await queue(riley)
  const delivered = deliver(id)
  await server.nextMail({ to: riley })
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where state = 'idle in transaction' and datname = current_database()`.execute(db)
  await sweep()
  await deliver(id)
  release()
  await delivered
  expect(server.received).toHaveLength(1)
  expect(await readMessage(id)).toMatchObject({ state: 'sent', attempts: 1 })
  expect(await listNotes()).toEqual(['accepted'])
})

test('ML-13 keeps secrets out of the queue, the mail log and the log lines, even when the server quotes them', async () => {
  const { queue, deliver, composeWith, server, db, logLines, secrets } = ground
  const { mail, link, code } = createSecretMail()
  const nothing = async () => {}
  composeWith(async () => ({ kind: 'mail', mail, accepted: nothing, refused: nothing }))
  server.answerWith({ refuse: 'message', code: 451, text: `4.7.1 suspicious ${link} ${code} ${link.slice(-43)}` })
  await deliver(await queue(riley))
  server.answerWith('accept')
  composeWith(async () => undefined)
  await deliver(await queue(riley))
  const { rows } = await sql`select to_jsonb(m) as row from mail_messages m
    union all select to_jsonb(j) from jobs.job j union all select to_jsonb(a) from audit_events a`.execute(db)
  const kept = JSON.stringify([rows, logLines])
  expect(kept).toContain('suspicious')
  expect(secrets).toHaveLength(2)
  for (const secret of [...secrets, link, code, link.slice(-43)]) expect(kept).not.toContain(secret)
  expect(kept).not.toContain('Choose a new password')
})

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createMailGround, type MailGround } from '../../../tests/support/mails/mail-ground.ts'
import { findOldestUnsent } from '../../office/mail-log/mail-log.query.ts'

const riley = 'riley.rep@harbourvale.example'
let ground: MailGround

beforeAll(async () => {
  ground = await createMailGround()
})
beforeEach(() => ground.reset())
afterAll(() => ground.stop())

async function countWaitingJobs(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from jobs.job where state = 'created'`.execute(
    ground.db,
  )
  return rows[0]?.n ?? -1
}

const loseAllJobs = () => sql`delete from jobs.job`.execute(ground.db)

describe('the sweep', () => {
  test('gives a job to a message that lost its job, and no second one to a message that has one', async () => {
    await ground.queue(riley)
    await ground.sweep()
    expect(await countWaitingJobs()).toBe(1)
    await loseAllJobs()
    await ground.sweep()
    await ground.sweep()
    expect(await countWaitingJobs()).toBe(1)
  })

  test('ML-13 retries a refused message after 2, 5, 15, 30 and then every 60 seconds', async () => {
    const { queue, deliver, server, clock, sweep } = ground
    server.answerWith({ refuse: 'message', code: 451 })
    const id = await queue(riley)
    const waited: number[] = []
    for (let attempt = 0; attempt < 6; attempt += 1) {
      await deliver(id)
      await loseAllJobs()
      let seconds = 0
      while ((await countWaitingJobs()) === 0) {
        clock.advance(1)
        seconds += 1
        await sweep()
      }
      waited.push(seconds)
    }
    expect(waited).toEqual([2, 5, 15, 30, 60, 60])
  })

  test('ML-13 ends an expired message, even one without a job, and tells its kind once', async () => {
    const { queue, clock, sweep, readMessage, listNotes, server } = ground
    const id = await queue(riley, { minutes: 60 })
    await loseAllJobs()
    clock.advance(3600)
    await Promise.all([sweep(), sweep()])
    await sweep()
    expect(await readMessage(id)).toMatchObject({ state: 'failed', attempts: 0 })
    expect(await listNotes()).toEqual(['expired'])
    expect(server.received).toEqual([])
  })

  test("keeps the server's last answer on a message that expired", async () => {
    const { queue, deliver, clock, sweep, readMessage, server } = ground
    server.answerWith({ refuse: 'message', code: 451, text: 'later' })
    const id = await queue(riley)
    await deliver(id)
    clock.advance(3600)
    await sweep()
    expect(await readMessage(id)).toMatchObject({ state: 'failed', attempts: 1, last_answer: '451 later' })
  })

  test('leaves a message alone during its delivery attempt', async () => {
    const { queue, deliver, server, sweep, clock } = ground
    const release = server.hold()
    const id = await queue(riley)
    const delivered = deliver(id)
    await server.nextMail({ to: riley })
    await loseAllJobs()
    clock.advance(3599)
    await sweep()
    expect(await countWaitingJobs()).toBe(0)
    release()
    await delivered
  })
})

test('does not deliver an expired message, whenever its job runs', async () => {
  const { queue, deliver, clock, server, readMessage } = ground
  const id = await queue(riley, { minutes: 1 })
  clock.advance(60)
  await deliver(id)
  expect(server.received).toEqual([])
  expect(await readMessage(id)).toMatchObject({ state: 'failed', last_answer: 'it expired before a delivery attempt' })
})

test('reports the age of the oldest waiting message as the delay', async () => {
  const { db, queue, deliver, clock } = ground
  expect(await findOldestUnsent(db)).toBeUndefined()
  const first = clock.now()
  const id = await queue(riley)
  clock.advance(30)
  await queue('nina.rep@harbourvale.example')
  expect(await findOldestUnsent(db)).toEqual(first)
  await deliver(id)
  expect(await findOldestUnsent(db)).toEqual(clock.now())
})

test('counts a request that no worker has seen as unsent, but not one for an unknown username', async () => {
  const { db, clock } = ground
  const request = { network: '192.0.2.7', device: 'Browser', asked_at: clock.now() }
  await db
    .insertInto('reset_asks')
    .values({ ...request, account_id: null })
    .execute()
  expect(await findOldestUnsent(db)).toBeUndefined()
  await db
    .insertInto('reset_asks')
    .values({ ...request, account_id: randomUUID() })
    .execute()
  expect(await findOldestUnsent(db)).toEqual(clock.now())
})

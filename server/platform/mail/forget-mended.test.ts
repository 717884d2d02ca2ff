import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createMailGround, type MailGround } from '../../../tests/support/mails/mail-ground.ts'
import { listFailingOf } from './failing-accounts.query.ts'
import { createForgetMended } from './forget-mended.job.ts'

const riley = 'riley.rep@harbourvale.example'
const hour = 3600
let ground: MailGround
let accountId: string

beforeAll(async () => {
  ground = await createMailGround()
})
beforeEach(async () => {
  await ground.reset()
  accountId = await ground.addPerson(riley)
  await bounce()
})
afterAll(() => ground.stop())

async function send(): Promise<void> {
  ground.server.answerWith('accept')
  await ground.deliver(await ground.queue(riley, { accountId }))
}

async function bounce(): Promise<void> {
  ground.server.answerWith({ refuse: 'recipient', code: 550, text: '5.1.1 no such mailbox' })
  await ground.deliver(await ground.queue(riley, { accountId }))
}

async function isFailing(): Promise<boolean> {
  await createForgetMended(ground)()
  return (await listFailingOf(ground.db, accountId)).length > 0
}

describe('a failing address', () => {
  test('stays failing while no mail is sent to it', async () => {
    ground.clock.advance(30 * 24 * hour)
    expect(await isFailing()).toBe(true)
  })

  test('stops failing a day after a mail was accepted, and the audit log records it', async () => {
    await send()
    ground.clock.advance(20 * hour)
    await send()
    expect(await isFailing()).toBe(true)
    ground.clock.advance(4 * hour)
    expect(await isFailing()).toBe(false)
    expect(await ground.listNotes()).toContain('mail-works-again')
  })

  test('starts a new day of observation if mail bounces within the first', async () => {
    await send()
    ground.clock.advance(20 * hour)
    await bounce()
    ground.clock.advance(10 * hour)
    expect(await isFailing()).toBe(true)
  })

  test('no longer marks the user once the username has changed', async () => {
    await ground.database.pool.query(`update accounts set username_key = 'other@harbourvale.example'`)
    expect(await isFailing()).toBe(false)
  })
})

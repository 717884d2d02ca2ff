import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createMailGround, type MailGround } from '../../../tests/support/mails/mail-ground.ts'
import { listFailingOf } from './failing-accounts.query.ts'
import { createForgetMended } from './forget-mended.job.ts'

const riley = 'riley.rep@harbourvale.example'
const hour = 3600
let ground: MailGround
let accountId: string

beforeEach(async () => {
  ground = await createMailGround()
  accountId = await ground.addPerson(riley)
  await bounce()
})
afterEach(() => ground.stop())

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

describe('an address that mail came back from', () => {
  test('stays failing while nothing is sent to it', async () => {
    ground.clock.advance(30 * 24 * hour)
    expect(await isFailing()).toBe(true)
  })

  test('is failing no more a day after a mail was accepted, and that is written down', async () => {
    await send()
    ground.clock.advance(20 * hour)
    await send()
    expect(await isFailing()).toBe(true)
    ground.clock.advance(4 * hour)
    expect(await isFailing()).toBe(false)
    expect(await ground.listNotes()).toContain('mail-works-again')
  })

  test('begins the day anew where a mail came back within it', async () => {
    await send()
    ground.clock.advance(20 * hour)
    await bounce()
    ground.clock.advance(10 * hour)
    expect(await isFailing()).toBe(true)
  })

  test('is nobody’s any more when the username has changed', async () => {
    await ground.database.pool.query(`update accounts set username_key = 'other@harbourvale.example'`)
    expect(await isFailing()).toBe(false)
  })
})

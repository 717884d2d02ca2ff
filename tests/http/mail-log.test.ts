import { afterAll, beforeAll, expect, test } from 'vitest'
import { asJson, signedInAt } from '../support/administrators.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { askForMail, ava, nina, riley } from '../support/reset-steps-http.ts'
import type { Visitor } from '../support/visitor.ts'

let app: TestApp
let admin: Visitor
beforeAll(async () => {
  app = await startTestApp()
  admin = await signedInAt(app, ava, app.passwordOf(ava))
})
afterAll(() => app.stop())

const read = async (query = '') => asJson(await admin.get(`/api/mail${query}`)).body

test('the log says what became of each mail, and holds neither link nor code of it', async () => {
  const { path, code } = await askForMail(app, riley)
  const log = await read()
  expect(log.messages[0]).toMatchObject({ to: riley, kind: 'reset', state: 'sent', attempts: 1 })
  expect(log.messages[0].lastAnswer).toMatch(/^250/)
  expect(log.oldestWaitingSeconds).toBeNull()
  expect(JSON.stringify(log)).not.toContain(path.split('/').at(-1))
  expect(JSON.stringify(log)).not.toContain(code)
})

test('a mail that waits is counted from when it was asked for, and is found by its state', async () => {
  await app.database.db
    .insertInto('mail_messages')
    .values({
      kind: 'reset',
      account_id: await app.accountId(nina),
      subject_id: null,
      recipient: nina,
      state: 'waiting',
      last_answer: '451 try again',
      message_id: null,
      created_at: app.clock.now(),
      deliver_by: new Date(app.clock.now().getTime() + 3_600_000),
      last_attempt_at: null,
      sent_at: null,
    })
    .execute()
  app.clock.advance(121)
  const log = await read('?state=waiting')
  expect(log.oldestWaitingSeconds).toBe(121)
  expect(log.messages).toHaveLength(1)
  expect(log.messages[0]).toMatchObject({ to: nina, lastAnswer: '451 try again', sentAt: null })
})

test('pages neither repeat nor skip a mail, and the last one says that it is', async () => {
  const one = await read('?size=1')
  const two = await read('?size=1&page=2')
  expect([one.hasMore, two.hasMore]).toEqual([true, false])
  expect(one.messages[0].id).not.toBe(two.messages[0].id)
})

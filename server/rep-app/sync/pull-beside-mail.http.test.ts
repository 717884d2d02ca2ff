import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPull } from '../../../tests/support/people/field.ts'
import { riley } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { testMailKind } from '../../office/mail-log/test.mail.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

const to = 'slow@harbourvale.example'

const queueMail = () =>
  app.ground.db.transaction().execute(tx =>
    app.ground.queueMail(tx, {
      kind: testMailKind,
      accountId: null,
      subjectId: null,
      recipient: to,
      deliverBy: new Date(app.clock.now().getTime() + 3_600_000),
    }),
  )

test('a device downloads a change although the mail server keeps an email without an answer', async () => {
  const pull = createPull(app)
  const rep = await app.accountId(riley)
  const before = await pull(rep, 'products')
  const release = app.smtp.hold()
  const messageId = await queueMail()
  await app.smtp.nextMail({ to })
  const { rows } = await app.database.pool.query(`update products set name = 'Renamed' where id = $1 returning id`, [
    before.rows[0]?.id,
  ])
  const changed = await pull(rep, 'products', before.cursor)
  expect(changed.rows).toMatchObject([{ id: rows[0].id, name: 'Renamed' }])
  release()
  const readState = async () =>
    (await app.database.pool.query('select state from mail_messages where id = $1', [messageId])).rows[0].state
  await expect.poll(readState).toBe('sent')
})

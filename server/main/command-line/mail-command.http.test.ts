import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { vacationNotice, writeDeliveryReport } from '../../../tests/support/mails/delivery-report.ts'
import { askForMail, dan } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { runCommand, runHere } from '../../../tests/support/servers/command-line.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

const bounce = (input: string) => runHere(app, ['mail', 'bounce'], {}, input)

describe('fieldkey mail bounce', () => {
  const report = async () => {
    await askForMail(app, dan)
    const messageName = app.smtp.received.findLast(({ to }) => to === dan)?.parsed.messageId
    return writeDeliveryReport({ to: 'no-reply@harbourvale.example', recipient: dan, messageName })
  }

  test('ML-4 reads a report from standard input and marks the message and the user', async () => {
    const taken = await runCommand(app, ['mail', 'bounce'], {}, await report())
    expect(taken).toEqual({ code: 0, out: 'The email is marked as bounced.\n', err: '' })
    const failing = await app.database.db.selectFrom('failing_addresses').select('address').execute()
    expect(failing).toEqual([{ address: dan }])
  })

  test('exits with 0 for any input, so that no mail server bounces a bounce', async () => {
    for (const input of ['', vacationNotice, writeDeliveryReport({ to: 'a@b.example', recipient: dan })]) {
      expect(await bounce(input)).toMatchObject({ code: 0, out: expect.stringMatching(/^Ignored/), err: '' })
    }
  })

  test('exits with 75 if the database is down, so that the mail server keeps the report', async () => {
    const away = { DATABASE_URL: 'postgresql://fieldkey@127.0.0.1:9/fieldkey' }
    expect(await runCommand(app, ['mail', 'bounce'], away, vacationNotice)).toMatchObject({ code: 75, out: '' })
  })
})

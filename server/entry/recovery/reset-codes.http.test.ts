import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askForMail, buyer, dan, nina, riley, save, wrongCode } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

const triesOf = async (username: string) => {
  const id = await app.accountId(username)
  const pairs = app.database.db.selectFrom('reset_pairs').select('tries').where('account_id', '=', id)
  return (await pairs.execute()).map(({ tries }) => tries)
}

test('3.3.8 finds the code without scripts, in any kind of digits and in a complete email', async () => {
  const { path, link, code } = await askForMail(app, riley)
  const arabic = [...code].map(digit => String.fromCodePoint(0x660 + Number(digit))).join('')
  const email = `Reset your password ${link} Code ${arabic} Link and code work once, for 10 minutes`
  expect((await save(app.visitor(), path, { code: email })).status).toBe(303)
})

test("14.2.6 reveals no name, company or guarded word on a link's page, although the server judges passwords by them", async () => {
  const { path, code } = await askForMail(app, 'HV1001', buyer)
  const { html } = await app.visitor().get(path)
  const context = /data-context="([^"]*)"/.exec(html)?.[1]?.replaceAll('&quot;', '"') ?? ''
  const { names, emails, companyWords } = JSON.parse(context.replaceAll('&amp;', '&'))
  expect({ names, emails, companyWords }).toEqual({
    names: [],
    emails: ['HV1001'],
    companyWords: ['Harbour & Vale Wholesale'],
  })
  expect(html).not.toContain('cornerstore')
  expect(html).not.toContain('Corner Store')
  const password = 'CornerStore2026'
  const refused = await save(app.visitor(), path, { code, newPassword: password, confirmPassword: password })
  expect([refused.status, refused.html]).toEqual([422, expect.stringContaining('too easy to guess')])
})

test('reports two different codes at the field, and uses up no try', async () => {
  const { path, code } = await askForMail(app, nina)
  const answer = await save(app.visitor(), path, { code: `${code} ${wrongCode(code)}` })
  expect([answer.status, answer.html]).toEqual([422, expect.stringContaining('more than one number of 6 digits')])
  expect(await triesOf(nina)).toEqual([0])
})

test('uses up no try for a code whose key was lost in a restore, and offers a new email', async () => {
  const { path, code } = await askForMail(app, dan)
  const restored = await startTestApp({ beside: app, env: { SECRET_KEY: randomBytes(32).toString('hex') } })
  try {
    const page = await restored.visitor().get(path)
    expect([page.status, page.heading]).toEqual([410, 'This code can no longer be checked'])
    expect(page.html).toContain('/again')
    expect((await save(restored.visitor(), path, { code })).status).toBe(410)
    expect(await triesOf(dan)).toEqual([0])
  } finally {
    await restored.stop()
  }
  expect((await save(app.visitor(), path, { code })).status).toBe(303)
})

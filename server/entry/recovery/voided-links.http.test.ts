import { afterAll, beforeAll, expect, test } from 'vitest'
import { askForMail, dan, nina, riley, sam, save, signIn } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

const authority = { actor: 'command-line' } as const

test('stops earlier links when the account is marked compromised, locked, or all its sessions are ended', async () => {
  const orders = [
    [riley, app.actions.markUserCompromised],
    [nina, app.actions.lockUser],
    [sam, app.actions.endUserSessions],
  ] as const
  for (const [username, run] of orders) {
    const { path, code } = await askForMail(app, username)
    await run({ accountId: await app.accountId(username), authority })
    expect((await app.visitor().get(path)).heading, username).toBe('This link was stopped')
    expect((await save(app.visitor(), path, { code })).status, username).toBe(410)
  }
})

test('stops links when a person signs out everywhere else, but not when they end one session', async () => {
  const { path } = await askForMail(app, dan)
  const other = app.visitor()
  await signIn(other, dan, app.passwordOf(dan))
  const person = app.visitor()
  await signIn(person, dan, app.passwordOf(dan))
  const id = (await app.database.db.selectFrom('sessions').select('id').orderBy('created_at').executeTakeFirstOrThrow())
    .id
  await person.post('/account/sessions/end', { session: id })
  expect((await app.visitor().get(path)).status).toBe(200)
  await person.post('/account/sessions/end', { session: 'others' })
  expect((await app.visitor().get(path)).heading).toBe('This link was stopped')
})

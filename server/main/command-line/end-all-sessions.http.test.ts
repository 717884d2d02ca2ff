import { afterAll, beforeAll, expect, test } from 'vitest'
import { askForMail, dan, nina, riley, save, signIn } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { refresh, signInToApp } from '../../../tests/support/servers/app-sign-in.ts'
import { runHere } from '../../../tests/support/servers/command-line.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

async function run(...options: string[]): Promise<string> {
  const { code, out } = await runHere(app, ['sessions', 'end-all', ...options])
  expect(code).toBe(0)
  return out
}

const endAll = async (): Promise<object> => JSON.parse(await run('--json'))

test('7.4.5 one command ends every session, every app token and every reset link after a restore', async () => {
  const browser = app.visitor()
  await signIn(browser, dan, app.passwordOf(dan))
  const { device, tokens } = await signInToApp(app, riley)
  const { path, code } = await askForMail(app, nina)
  expect((await browser.get('/account')).status).toBe(200)

  expect(await endAll()).toMatchObject({ accounts: 3 })

  expect((await browser.get('/account')).location).toBe('/sign-in')
  await expect(refresh(device, tokens.refresh_token)).rejects.toMatchObject({ error: 'invalid_grant' })
  expect((await save(app.visitor(), path, { code })).status).not.toBe(303)
  const events = await app.database.db
    .selectFrom('audit_events')
    .select('actor')
    .where('action', '=', 'all-sessions-ended')
    .execute()
  expect(events).toEqual(Array.from({ length: 3 }, () => ({ actor: 'command-line' })))
  expect(await endAll()).toMatchObject({ accounts: 0, sessionsEnded: 0 })
  expect((await signIn(app.visitor(), dan, app.passwordOf(dan))).status).toBe(303)
})

test('the command first says which server and database it acts on', async () => {
  const { rows } = await app.database.pool.query('select current_database() as name')
  const database = `the database /${rows[0].name} at `
  expect((await run()).split('\n')[0]).toContain(`Ending every session at ${app.url}, in ${database}`)
  expect(await endAll()).toMatchObject({ publicUrl: app.url, database: expect.stringContaining(database) })
})

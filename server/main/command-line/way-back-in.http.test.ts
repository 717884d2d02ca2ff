import { afterAll, beforeAll, expect, test } from 'vitest'
import { goodPassword } from '../../../tests/support/mails/reset-mail.ts'
import { addRep } from '../../../tests/support/people/administrators.ts'
import { ava, save, signIn } from '../../../tests/support/people/reset-steps-http.ts'
import { addAuthenticator } from '../../../tests/support/people/second-step.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { runCommand } from './run-command.ts'
import { CommandError } from './terminal.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

/** Runs a command within this process and returns its output. */
async function run(command: 'user' | 'subscription', ...args: string[]): Promise<string> {
  const said: string[] = []
  const terminal = {
    env: { ...app.env, PUBLIC_URL: app.url },
    say: (text: string) => said.push(text),
    isInteractive: true,
  }
  await runCommand(terminal, [command, ...args]).catch((fault: unknown) => {
    if (!(fault instanceof CommandError)) throw fault
    said.push(fault.message)
  })
  return said.join('\n')
}
const query = async (statement: string, values: unknown[] = []) =>
  (await app.database.pool.query(statement, values)).rows

async function resetAtTheTerminal(): Promise<void> {
  const printed = await run('user', 'reset', ava, '--print')
  const path = /\/reset\/[\w-]{43}/.exec(printed)?.[0] ?? printed
  const code = /Code: (\d{6})/.exec(printed)?.[1] ?? ''
  expect((await save(app.visitor(), path, { code })).status).toBe(303)
  expect((await signIn(app.visitor(), ava, goodPassword)).status).toBe(303)
}

/** The ways in which the last administrator may be locked out, and what a person at the server types. */
const states: Record<string, { state: string; advice: string; mend: Parameters<typeof run>[]; audited: string[] }> = {
  'locked by an administrator': {
    state: `update accounts set locked_at = now() where username = '${ava}'`,
    advice: `fieldkey user unlock ${ava}`,
    mend: [['user', 'unlock', ava]],
    audited: ['account-unlocked'],
  },
  deactivated: {
    state: `with a as (update accounts set is_active = false where username = '${ava}' returning id)
      update users set has_licence = false from a where account_id = a.id`,
    advice: `fieldkey user reactivate ${ava}`,
    mend: [['user', 'reactivate', ava]],
    audited: ['user-reactivated'],
  },
  'active without a licence, where none is free': {
    state: `with l as (update licences set enabled = 0 where user_type = 'admin')
      update users set has_licence = false where account_id = (select id from accounts where username = '${ava}')`,
    advice: `fieldkey user reactivate ${ava}`,
    mend: [
      ['subscription', 'admin', '--enabled', '2'],
      ['user', 'reactivate', ava],
    ],
    audited: ['subscription-changed', 'user-reactivated'],
  },
}

test.each(Object.entries(states))(
  'the command line lets the last administrator back in who is %s, and the audit records each step',
  async (_, { state, advice, mend, audited }) => {
    const known = (await query('select id from audit_events')).map(({ id }) => id)
    await query(state)
    expect(await run('user', 'reset', ava, '--print')).toContain(advice)
    if (mend.length > 1) expect(await run('user', 'reactivate', ava)).toContain('fieldkey subscription')
    for (const command of mend) await run(...command)
    const rows = await query('select action, actor from audit_events where not id = any($1) order by id', [known])
    expect(rows).toEqual(audited.map(action => ({ action, actor: 'command-line' })))
    await resetAtTheTerminal()
    expect(await run('user', 'reactivate', ava)).toContain('is already active')
  },
)

test('fieldkey user unlock clears the count of wrong passwords', async () => {
  const { username: rep } = await addRep(app)
  const visitor = app.visitor()
  for (let tries = 0; tries < 6; tries++) await signIn(visitor, rep, 'wrong')
  expect((await signIn(visitor, rep, app.passwordOf(rep))).status).toBe(429)
  expect(await run('user', 'unlock', rep)).toContain('Unlocked')
  expect((await signIn(visitor, rep, app.passwordOf(rep))).status).toBe(303)
})

test('fieldkey user remove-factors lets in a person who lost the second step', async () => {
  const { username: rep } = await addRep(app)
  await addAuthenticator(app, rep)
  expect((await signIn(app.visitor(), rep, app.passwordOf(rep))).location).toBe('/sign-in?step=second')
  expect(await run('user', 'remove-factors', rep)).toContain('Removed')
  expect(await run('user', 'remove-factors', rep)).toContain('has no second step')
  expect((await signIn(app.visitor(), rep, app.passwordOf(rep))).location).toBe('/account')
})

test('fieldkey subscription shows and changes the licences, and never enables fewer than are used', async () => {
  expect(await run('subscription')).toMatch(/^admin {3}1 of \d+\ndual .*\ndevice .*\nscan /)
  expect(await run('subscription', 'device', '--enabled', '1')).toContain('More licences than that are in use')
  expect(await run('subscription', 'king', '--enabled', '1')).toContain('admin, dual, device, scan')
  expect(await run('subscription', 'scan')).toContain('--enabled 10')
  expect(await run('subscription', 'scan', '--enabled', '7')).toContain('scan    1 of 7')
  expect(JSON.parse(await run('subscription', '--json'))).toContainEqual(
    expect.objectContaining({ userType: 'scan', used: 1, enabled: 7 }),
  )
})

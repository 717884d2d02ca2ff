import { afterAll, beforeAll, expect, test } from 'vitest'
import { addRep } from '../../tests/support/people/administrators.ts'
import { ava, nextMailOf, riley, sam, signIn } from '../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../tests/support/servers/app.ts'
import { callApi, signInToApp } from '../../tests/support/servers/app-sign-in.ts'
import { runHere } from '../../tests/support/servers/command-line.ts'

let drill: TestApp
beforeAll(async () => {
  drill = await startTestApp({ env: { DRILL: 'yes' } })
})
afterAll(() => drill.stop())

const says = 'It sends no email.'

test('a drill sends no email and says so on every page, to administrators and to the app', async () => {
  const { accountId, username } = await addRep(drill)
  const asked = await drill.actions.requestReset({ accountId, asker: { askedBy: 'command-line' } })
  expect(asked.kind).toBe('asked')
  for (const path of ['/sign-in', '/nowhere']) expect((await drill.visitor().get(path)).html).toContain(says)
  const visitor = drill.visitor()
  await signIn(visitor, ava, drill.passwordOf(ava))
  expect(JSON.parse((await visitor.get('/api/administrator')).html)).toMatchObject({ isDrill: true })
  const { device, tokens } = await signInToApp(drill, riley)
  const me = await callApi(drill, device, tokens.access_token, '/me')
  expect(await me.json()).toMatchObject({ isDrill: true })

  const messages = drill.database.db.selectFrom('mail_messages').select(['state', 'attempts'])
  expect(await messages.where('account_id', '=', accountId).execute()).toEqual([{ state: 'waiting', attempts: 0 }])
  expect(drill.smtp.received.filter(({ to }) => to === username)).toEqual([])
})

test('the command that queues a password reset email says that a drill does not send it', async () => {
  const { out } = await runHere(drill, ['user', 'reset', sam])
  expect(out).toContain('is queued. A drill sends no email: use --print.')
})

test('a second server without the setting sends the pending emails and shows no drill notice', async () => {
  const { accountId, username } = await addRep(drill)
  await drill.actions.requestReset({ accountId, asker: { askedBy: 'command-line' } })
  const live = await startTestApp({ beside: drill, env: { DRILL: 'no' } })
  await nextMailOf(drill, { to: username, subject: 'Reset your password' })
  expect((await live.visitor().get('/sign-in')).html).not.toContain(says)
  await live.stop()
})

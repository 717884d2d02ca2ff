import { afterAll, beforeAll, expect, test } from 'vitest'
import { noRights } from '../../../shared/contract/rights.ts'
import { openBlocker } from '../../../tests/support/databases/blocker.ts'
import { addAdministrator } from '../../../tests/support/people/administrators.ts'
import { nina, riley, signIn } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

/** Signs in while another transaction holds the account and is about to commit this change. */
async function signInDuring(username: string, change: string) {
  const id = await app.accountId(username)
  const other = await openBlocker(app.database.pool)
  const visitor = app.visitor()
  await other.query('select 1 from accounts where id = $1 for update', [id])
  const coming = signIn(visitor, username, app.passwordOf(username))
  await other.untilBlocks()
  await other.query(change, [id])
  await other.query('delete from sessions where account_id = $1', [id])
  await other.end('commit')
  const { status } = await coming
  const { rows } = await app.database.pool.query('select 1 from sessions where account_id = $1', [id])
  const devices = await app.database.pool.query('select 1 from known_devices where account_id = $1', [id])
  return { status, sessions: rows.length, devices: devices.rows.length, account: await visitor.get('/account') }
}

test('7.4.2 refuses a sign-in that starts before a deactivation and ends after it', async () => {
  const raced = await signInDuring(nina, 'update accounts set is_active = false where id = $1')
  expect(raced).toMatchObject({ status: 401, sessions: 0, devices: 0, account: { location: '/sign-in' } })
})

test('7.4.3 refuses a sign-in with the old password that ends after a reset', async () => {
  const raced = await signInDuring(
    riley,
    "update accounts set password_changed_at = now() + interval '1 s' where id = $1",
  )
  expect(raced).toMatchObject({ status: 401, sessions: 0, devices: 0, account: { location: '/sign-in' } })
})

test('lets two administrators reset each other concurrently without a deadlock', async () => {
  const [one, two] = [
    await addAdministrator(app, { rights: { ...noRights, users: 'write' } }),
    await addAdministrator(app, { rights: { ...noRights, users: 'write' } }),
  ]
  const ids = [one, two].map(({ accountId = '' }) => accountId)
  const order = (from: number, to: number) =>
    app.actions.sendPasswordReset({
      accountId: ids[to] ?? '',
      authority: { actor: 'administrator', actorAccountId: ids[from] ?? '', network: '', device: '' },
    })
  for (let round = 0; round < 10; round++) {
    await app.database.pool.query('delete from reset_requests')
    expect(await Promise.all([order(0, 1), order(1, 0)])).toEqual([{ kind: 'asked' }, { kind: 'asked' }])
  }
})

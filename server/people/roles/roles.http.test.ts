import { afterAll, beforeAll, expect, test } from 'vitest'
import { noRights, type Rights } from '../../../shared/contract/rights.ts'
import { openBlocker } from '../../../tests/support/databases/blocker.ts'
import { type ApiUser, addAdministrator, addRole, asJson } from '../../../tests/support/people/administrators.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { fullRightsRoleId } from './full-rights-role.ts'

const full = Object.fromEntries(Object.keys(noRights).map(module => [module, 'write'])) as Rights

let app: TestApp
let owner: ApiUser
beforeAll(async () => {
  app = await startTestApp()
  owner = await addAdministrator(app, { rights: full })
})
afterAll(() => app.stop())

const command = async ({ visitor }: ApiUser, path: string, body: object = {}) =>
  asJson(await visitor.postJson(`/api/roles${path}`, body))
const kindOf = async (by: ApiUser, path: string, body?: object) => {
  const { body: answer } = await command(by, path, body)
  return answer.kind ?? answer.problem.kind
}
const roleOf = async ({ accountId = '' }: ApiUser): Promise<string> => {
  const { rows } = await app.database.pool.query('select role_id from users where account_id = $1', [accountId])
  return rows[0].role_id
}

test('adds a role, applies it immediately to its holder, and removes it when no user has it', async () => {
  const made = await command(owner, '', { name: 'Helpdesk', rights: { ...noRights, users: 'read' } })
  const { id } = made.body
  expect(await kindOf(owner, '', { name: ' Helpdesk ', rights: noRights })).toBe('role-taken')
  const helper = await addAdministrator(app, { rights: noRights })
  await app.database.pool.query('update users set role_id = $1 where account_id = $2', [id, helper.accountId])
  expect((await helper.visitor.get('/api/subscription')).status).toBe(403)
  expect(await kindOf(owner, `/${id}`, { name: 'Office', rights: { ...noRights, subscription: 'read' } })).toBe(
    'changed',
  )
  expect((await helper.visitor.get('/api/subscription')).status).toBe(200)
  expect((await helper.visitor.get('/api/users')).status).toBe(403)
  expect(await kindOf(owner, `/${id}/remove`)).toBe('role-in-use')
  await app.database.pool.query('update users set role_id = null where account_id = $1', [helper.accountId])
  expect(await kindOf(owner, `/${id}/remove`)).toBe('removed')
  expect(await kindOf(owner, `/${id}/remove`)).toBe('no-such-role')
  const { rows } = await app.database.pool.query(
    `select action from audit_events where details->>'role' = $1 order by id`,
    [id],
  )
  expect(rows.map(row => row.action)).toEqual(['role-added', 'role-changed', 'role-removed'])
})

test("8.2.1 refuses to change one's own role, a role with more rights or the permanent role, and to grant a right one lacks", async () => {
  const lesser = await addAdministrator(app, { rights: { ...noRights, settings: 'write', users: 'read' } })
  const more = { ...noRights, users: 'write' as const }
  expect(await kindOf(lesser, '', { name: 'Up', rights: more })).toBe('role-above-you')
  const low = await addRole(app, { ...noRights, users: 'read' })
  expect(await kindOf(lesser, `/${low}`, { name: 'Up', rights: more })).toBe('role-above-you')
  const high = await addRole(app, more)
  expect(await kindOf(lesser, `/${high}`, { name: 'Down', rights: noRights })).toBe('role-above-you')
  expect(await kindOf(lesser, `/${high}/remove`)).toBe('role-above-you')
  expect(await kindOf(lesser, `/${await roleOf(lesser)}`, { name: 'Mine', rights: noRights })).toBe('own-role')
  expect(await kindOf(owner, `/${fullRightsRoleId}`, { name: 'Less', rights: noRights })).toBe('fixed-role')
  expect(await kindOf(owner, `/${fullRightsRoleId}/remove`)).toBe('fixed-role')
})

test("leaves one administrator when two remove each other's full rights concurrently, and protects the last", async () => {
  const other = await addAdministrator(app, { rights: full })
  const mine = await roleOf(owner)
  const theirs = await roleOf(other)
  await app.database.pool.query(
    `update accounts set is_active = false where id in (select account_id from users where role_id = $1)`,
    [fullRightsRoleId],
  )
  const kinds = await Promise.all([
    kindOf(owner, `/${theirs}`, { name: 'Theirs', rights: { ...noRights, settings: 'write' } }),
    kindOf(other, `/${mine}`, { name: 'Mine', rights: { ...noRights, settings: 'write' } }),
  ])
  expect(kinds.toSorted()).toEqual(['changed', 'role-above-you'])

  const [last, gone] = kinds[0] === 'changed' ? [owner, other] : [other, owner]
  const heir = await addAdministrator(app, { rights: full })
  const before = await heir.visitor.get('/api/roles')
  expect(before.status).toBe(200)
  // Deactivated after the route's check and before the command: rights are read again, the account is not.
  const deactivation = await openBlocker(app.database.pool)
  await deactivation.query(`select pg_advisory_xact_lock(hashtext('last-with-full-rights'))`)
  const demoted = kindOf(heir, `/${await roleOf(last)}`, { name: 'Last', rights: noRights })
  await deactivation.untilBlocks()
  await deactivation.query('update accounts set is_active = false where id = $1', [heir.accountId])
  await deactivation.end('commit')
  expect(await demoted).toBe('last-administrator')
  expect((await gone.visitor.get('/api/users')).status).toBe(403)
})

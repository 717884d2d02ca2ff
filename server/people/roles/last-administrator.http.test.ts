import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { noRights, type Rights } from '../../../shared/contract/rights.ts'
import { type ApiUser, addAdministrator, addRole, asJson } from '../../../tests/support/people/administrators.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'

const full = Object.fromEntries(Object.keys(noRights).map(module => [module, 'write'])) as Rights

let app: TestApp
let lesserRole: string
beforeAll(async () => {
  app = await startTestApp()
  lesserRole = await addRole(app, { ...noRights, users: 'write' })
})
afterAll(() => app.stop())

/** Deactivates everyone else: only the administrators of each test have full rights. */
beforeEach(() => app.database.pool.query(`update accounts set is_active = false where kind = 'user'`))

const person = { givenName: 'Robin', familyName: 'Marlow', emailTo: null }
type Road = 'are deactivated' | 'are given a lesser role' | 'are given another type'
const roads: Record<Road, (of: ApiUser) => [path: string, body: object]> = {
  'are deactivated': of => [`/api/users/${of.accountId}/deactivate`, {}],
  'are given a lesser role': (of: ApiUser) => [
    `/api/users/${of.accountId}`,
    { ...person, userType: 'admin', roleId: lesserRole },
  ],
  'are given another type': (of: ApiUser) => [
    `/api/users/${of.accountId}`,
    { ...person, userType: 'device', roleId: null },
  ],
}

async function withFullRights(): Promise<number> {
  const { rows } = await app.database.pool.query(
    `select 1 from users u join accounts a on a.id = u.account_id join roles r on r.id = u.role_id
     where a.is_active and a.locked_at is null and u.has_licence and u.user_type in ('admin', 'dual')
     and r.users = 'write' and r.subscription = 'write' and r.retailers = 'write' and r.mail = 'write'
     and r.audit = 'write' and r.settings = 'write'`,
  )
  return rows.length
}

test.each(Object.keys(roads) as Road[])(
  'keeps at least one of the last ten administrators with full rights who %s by each other concurrently',
  async road => {
    await app.database.pool.query(`update licences set enabled = 100`)
    const admins = await Promise.all(Array.from({ length: 10 }, () => addAdministrator(app, { rights: full })))
    const orders = admins.map(async ({ visitor }, index) => {
      const next = admins[(index + 1) % admins.length]
      if (!next) throw new Error('There is no next administrator')
      const [path, body] = roads[road](next)
      const { body: answer } = asJson(await visitor.postJson(path, body))
      return answer.kind ?? answer.problem.kind
    })
    const kinds = await Promise.all(orders)
    expect(await withFullRights()).toBeGreaterThanOrEqual(1)
    expect(kinds).toContain(road === 'are deactivated' ? 'deactivated' : 'changed')
  },
)

test('refuses to deactivate or demote the last administrator with full rights, even at the server', async () => {
  const last = await addAdministrator(app, { rights: full })
  const accountId = last.accountId ?? ''
  const authority = { actor: 'command-line' } as const
  expect(await app.actions.deactivateUser({ accountId, authority })).toEqual({ kind: 'last-administrator' })
  for (const change of [
    { ...person, userType: 'admin' as const, roleId: lesserRole },
    { ...person, userType: 'device' as const, roleId: null },
  ])
    expect(await app.actions.changeUser({ accountId, change, authority })).toEqual({ kind: 'last-administrator' })
  expect(await withFullRights()).toBe(1)
})

test("doesn't count a locked, deactivated or unlicensed administrator as another one with full rights", async () => {
  const authority = { actor: 'command-line' } as const
  for (const state of ['locked_at = now()', 'is_active = false', '']) {
    await app.database.pool.query(`update accounts set is_active = false where kind = 'user'`)
    const last = await addAdministrator(app, { rights: full })
    const other = await addAdministrator(app, { rights: full, signsIn: false })
    if (state) await app.database.pool.query(`update accounts set ${state} where id = $1`, [other.accountId])
    else await app.database.pool.query(`update users set has_licence = false where account_id = $1`, [other.accountId])
    const order = { accountId: last.accountId ?? '', authority }
    expect(await app.actions.deactivateUser(order), state).toEqual({ kind: 'last-administrator' })
  }
})

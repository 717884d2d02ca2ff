import { afterAll, beforeAll, expect, test } from 'vitest'
import { noRights } from '../../../shared/contract/rights.ts'
import { goodPassword, readResetMail } from '../../../tests/support/mails/reset-mail.ts'
import { addAdministrator, addRep, addRole, asJson, signedInAt } from '../../../tests/support/people/administrators.ts'
import { ava, ian, nextMailOf, save, signIn } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'

let app: TestApp
let admin: Visitor
beforeAll(async () => {
  app = await startTestApp()
  admin = await signedInAt(app, ava, app.passwordOf(ava))
})
afterAll(() => app.stop())

const person = { givenName: 'New', familyName: 'Person', emailTo: null, roleId: null }
const add = async (username: string, more: object = {}, by = admin) =>
  asJson(await by.postJson('/api/users', { ...person, username, userType: 'device', ...more }))
const enable = async (type: string, enabled: number) =>
  asJson(await admin.postJson(`/api/subscription/${type}`, { enabled, monthlyPriceCents: 1500 }))

async function seatsOf(type: string): Promise<{ used: number; enabled: number }> {
  const { licences } = asJson(await admin.get('/api/subscription')).body
  return licences.find((licence: { userType: string }) => licence.userType === type)
}

test('adds exactly one of 50 concurrent new users when one licence is free', async () => {
  const { used } = await seatsOf('device')
  expect((await enable('device', used + 1)).status).toBe(200)
  const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => add(`rush${n}@harbourvale.example`)))
  const kinds = answers.map(({ body }) => body.kind ?? body.problem.kind)
  expect(kinds.filter(kind => kind === 'added')).toHaveLength(1)
  expect(kinds.filter(kind => kind === 'no-licence')).toHaveLength(49)
  expect(await seatsOf('device')).toMatchObject({ used: used + 1, enabled: used + 1 })
})

/**
 * Adds as many deactivated users as needed, directly in the database: there are too few licences to add them through
 * the API.
 */
async function deactivatedUsers(count: number, type: string): Promise<string[]> {
  const { rows } = await app.database.pool.query(
    `with made as (
       insert into accounts (kind, username, username_key, is_active, created_at)
       select 'user', name, name, false, now()
       from (select 'crowd-' || gen_random_uuid() || '@harbourvale.example' as name from generate_series(1, $1)) n
       returning id)
     insert into users (account_id, user_type, has_licence) select id, $2, false from made returning account_id`,
    [count, type],
  )
  return rows.map(row => row.account_id)
}

const kindOf = ({ body }: { body: { kind?: string; problem: { kind: string } } }) => body.kind ?? body.problem.kind

test('reactivates exactly one of 20 concurrent users when one licence is free', async () => {
  const ids = await deactivatedUsers(20, 'scan')
  const { used } = await seatsOf('scan')
  await enable('scan', used + 1)
  const answers = await Promise.all(ids.map(id => admin.postJson(`/api/users/${id}/reactivate`, {})))
  const kinds = answers.map(answer => kindOf(asJson(answer)))
  expect(kinds.filter(kind => kind === 'reactivated')).toHaveLength(1)
  expect(kinds.filter(kind => kind === 'no-licence')).toHaveLength(19)
  expect(await seatsOf('scan')).toMatchObject({ used: used + 1, enabled: used + 1 })
  await enable('scan', 40)
})

test('gives the last free licence to exactly one of concurrent new, reactivated and changed users', async () => {
  const idle = await deactivatedUsers(8, 'dual')
  const others = await Promise.all(
    Array.from({ length: 8 }, (_, n) => add(`mover${n}@harbourvale.example`, { userType: 'scan' })),
  )
  const scans = await seatsOf('scan')
  const { used } = await seatsOf('dual')
  await enable('dual', used + 1)
  const toDual = { givenName: 'New', familyName: 'Person', emailTo: null, roleId: null, userType: 'dual' }
  const kinds = await Promise.all([
    ...Array.from({ length: 8 }, async (_, n) =>
      kindOf(await add(`both${n}@harbourvale.example`, { userType: 'dual' })),
    ),
    ...idle.map(async id => kindOf(asJson(await admin.postJson(`/api/users/${id}/reactivate`, {})))),
    ...others.map(async ({ body }) => kindOf(asJson(await admin.postJson(`/api/users/${body.id}`, toDual)))),
  ])
  expect(kinds.filter(kind => kind !== 'no-licence')).toHaveLength(1)
  expect(await seatsOf('dual')).toMatchObject({ used: used + 1, enabled: used + 1 })
  // Only the users who changed their type returned an old licence.
  expect((await seatsOf('scan')).used).toBe(scans.used - kinds.filter(kind => kind === 'changed').length)
})

test('completes an invitation without a free licence, because the invited user already holds one', async () => {
  const { used } = await seatsOf('scan')
  await enable('scan', used + 1)
  const invited = await add('guest@harbourvale.example', { userType: 'scan' })
  expect((await add('late@harbourvale.example', { userType: 'scan' })).body.problem.kind).toBe('no-licence')
  await admin.postJson(`/api/users/${invited.body.id}/invitation`, {})
  const mail = await nextMailOf(app, { to: 'guest@harbourvale.example', subject: 'Choose your password' })
  const { path, code } = readResetMail(mail)
  expect((await save(app.visitor(), path, { code })).status).toBe(303)
  expect((await signIn(app.visitor(), 'guest@harbourvale.example', goodPassword)).status).toBe(303)
  await enable('scan', 40)
})

test('answers that the username exists even when no licence is free', async () => {
  await enable('device', (await seatsOf('device')).used)
  expect((await add('no-seat@harbourvale.example')).body.problem.kind).toBe('no-licence')
  expect((await add(ava.toUpperCase())).body.problem.kind).toBe('taken')
})

test('takes a licence on reactivation, returns it on deactivation, and never enables fewer than are in use', async () => {
  const id = await app.accountId(ian)
  const { accountId } = await addRep(app)
  const { used } = await seatsOf('device')
  await enable('device', used)
  expect(asJson(await admin.postJson(`/api/users/${id}/reactivate`, {})).body.problem.kind).toBe('no-licence')
  expect((await enable('device', used - 1)).body.problem.kind).toBe('fewer-than-used')
  await admin.postJson(`/api/users/${accountId}/deactivate`, {})
  expect(asJson(await admin.postJson(`/api/users/${id}/reactivate`, {})).body.kind).toBe('reactivated')
  expect((await seatsOf('device')).used).toBe(used)
})

test("logs a change of the subscription with the administrator's name, a new cost included", async () => {
  const { used } = await seatsOf('device')
  await enable('device', used + 1)
  await enable('device', used + 2)
  await admin.postJson('/api/subscription/device', { enabled: used + 2, monthlyPriceCents: 1750 })
  const { changes, currency } = asJson(await admin.get('/api/subscription')).body
  expect(currency).toBe('GBP')
  expect(changes[0]).toMatchObject({ userType: 'device', from: used + 2, to: used + 2, by: ava })
  expect(changes[0]).toMatchObject({ priceFrom: 1500, priceTo: 1750 })
  expect(changes[1]).toMatchObject({ userType: 'device', to: used + 2, priceFrom: 1500, priceTo: 1500, by: ava })
})

test('6.4.1 adds a user without a password, with an email address as username, and with no right that the administrator lacks', async () => {
  const fresh = await add('fresh.scan@harbourvale.example', { userType: 'scan' })
  expect(asJson(await admin.get(`/api/users/${fresh.body.id}`)).body.status).toBe('no-password')
  expect((await add('FRESH.scan@harbourvale.example', { userType: 'scan' })).body.problem.kind).toBe('taken')
  expect((await add('JDOE', { userType: 'scan' })).body.problem.kind).toBe('bad-username')
  expect((await add('x@example.com', { userType: 'scan', password: 'heron-tandem-gravel-58' })).status).toBe(400)

  const lesser = await addAdministrator(app, { rights: { ...noRights, users: 'write' } })
  const roles = asJson(await lesser.visitor.get('/api/roles')).body.roles as { name: string; isWithinReach: boolean }[]
  expect(roles.find(({ name }) => name === 'Full rights')?.isWithinReach).toBe(false)
  const within = await addRole(app, { ...noRights, users: 'read' })
  const above = await addRole(app, { ...noRights, users: 'read', mail: 'read' })
  const given = (roleId: string, username: string) => add(username, { userType: 'admin', roleId }, lesser.visitor)
  expect((await given(above, 'climber@harbourvale.example')).body.problem.kind).toBe('above-you')
  expect((await given(within, 'helper@harbourvale.example')).body.kind).toBe('added')
})

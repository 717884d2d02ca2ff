import { afterAll, beforeAll, expect, test } from 'vitest'
import { noRights } from '../../shared/contract/rights.ts'
import { addAdministrator, addRole, asJson, signedInAt } from '../support/administrators.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { ava, ian } from '../support/reset-steps-http.ts'
import type { Visitor } from '../support/visitor.ts'

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

test('of 50 who are added at once on one free licence exactly one is', async () => {
  const { used } = await seatsOf('device')
  expect((await enable('device', used + 1)).status).toBe(200)
  const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => add(`rush${n}@harbourvale.example`)))
  const kinds = answers.map(({ body }) => body.kind ?? body.problem.kind)
  expect(kinds.filter(kind => kind === 'added')).toHaveLength(1)
  expect(kinds.filter(kind => kind === 'no-licence')).toHaveLength(49)
  expect(await seatsOf('device')).toMatchObject({ used: used + 1, enabled: used + 1 })
})

test('reactivating takes a licence, deactivating gives one back, and none is enabled below what is used', async () => {
  const id = await app.accountId(ian)
  expect(asJson(await admin.postJson(`/api/users/${id}/reactivate`, {})).body.problem.kind).toBe('no-licence')
  const { used } = await seatsOf('device')
  expect((await enable('device', used - 1)).body.problem.kind).toBe('fewer-than-used')
  const rush = asJson(await admin.get('/api/users?search=rush')).body.users[0]
  await admin.postJson(`/api/users/${rush.id}/deactivate`, {})
  expect(asJson(await admin.postJson(`/api/users/${id}/reactivate`, {})).body.kind).toBe('reactivated')
  expect((await seatsOf('device')).used).toBe(used)
})

test('a change of the subscription is logged with who made it', async () => {
  const { changes } = asJson(await admin.get('/api/subscription')).body
  expect(changes[0]).toMatchObject({ userType: 'device', by: ava })
})

test('6.4.1 a new user has no password, an e-mail address for a username, and no right that the giver lacks', async () => {
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

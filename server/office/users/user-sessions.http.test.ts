import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SessionView, UserDetails } from '../../../shared/contract/users.ts'
import { addRep, asJson, signedInAt } from '../../../tests/support/people/administrators.ts'
import { ava, dan, nina, riley } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { refresh, signInToApp } from '../../../tests/support/servers/app-sign-in.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'

let app: TestApp
let admin: Visitor
beforeAll(async () => {
  app = await startTestApp()
  admin = await signedInAt(app, ava, app.passwordOf(ava))
})
afterAll(() => app.stop())

const detailsOf = async (username: string): Promise<UserDetails> =>
  asJson(await admin.get(`/api/users/${await app.accountId(username)}`)).body

async function end(username: string, id: string) {
  const address = `/api/users/${await app.accountId(username)}/sessions/${id}/end`
  return asJson(await admin.postJson(address, {})).body
}

test('7.5.2 7.4.5 one browser is signed out and the others stay', async () => {
  const { username: rep } = await addRep(app)
  const [first, second] = [
    await signedInAt(app, rep, app.passwordOf(rep)),
    await signedInAt(app, rep, app.passwordOf(rep)),
  ]
  const { sessions } = await detailsOf(rep)
  expect(sessions).toHaveLength(2)
  const ofFirst = sessions.find(({ network }) => network === first.address)
  expect((await end(rep, ofFirst?.id ?? '')).kind).toBe('ended')
  expect((await first.get('/account')).status).toBe(303)
  expect((await second.get('/account')).status).toBe(200)
  expect((await end(rep, ofFirst?.id ?? '')).kind).toBe('was-ended')
  expect((await end(rep, randomUUID())).kind).toBe('was-ended')
})

test('10.4.9 the apps that a user is signed in to are listed by name, and one is ended with all its tokens', async () => {
  const { username: rep } = await addRep(app)
  const kept = await signInToApp(app, rep)
  const ended = await signInToApp(app, rep)
  const appsOf = ({ sessions }: UserDetails): SessionView[] => sessions.filter(session => session.app !== null)
  const before = appsOf(await detailsOf(rep))
  expect(before.map(session => session.app)).toEqual(['the sales app', 'the sales app'])
  // The tokens show which of the two it was.
  expect((await end(rep, before[0]?.id ?? '')).kind).toBe('ended')
  const outcomes = await Promise.allSettled(
    [kept, ended].map(({ device, tokens }) => refresh(device, tokens.refresh_token)),
  )
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const rejected = outcomes.find(outcome => outcome.status === 'rejected')
  expect(rejected?.reason).toMatchObject({ error_description: 'ended: signed-out-by-admin' })
  expect(appsOf(await detailsOf(rep))).toHaveLength(1)
  const line = (await detailsOf(rep)).timeline.find(({ what }) => what === 'session-ended')
  expect(line).toMatchObject({ by: ava, details: { app: 'fieldkey-app' } })
})

test("7.5.2 no user is signed out by the id of another user's session", async () => {
  await signedInAt(app, dan, app.passwordOf(dan))
  await signInToApp(app, riley)
  for (const { id } of [...(await detailsOf(dan)).sessions, ...(await detailsOf(riley)).sessions]) {
    expect((await end(nina, id)).kind).toBe('was-ended')
  }
})

test('a device with the app counts as one, and shows its unsent items', async () => {
  const before = await detailsOf('JSMITH')
  expect([before.hasDevice, before.devices]).toEqual([false, []])
  await app.database.pool.query(
    `insert into app_devices (account_id, device_id, name, app_version, waiting_orders, waiting_quotes, waiting_notes,
      oldest_waiting_at, last_seen_at) values ($1, $2, 'Pixel Tablet', '0.1.0', 2, 1, 0, $3, $3)`,
    [await app.accountId('JSMITH'), randomUUID(), app.clock.now()],
  )
  const after = await detailsOf('JSMITH')
  expect(after.hasDevice).toBe(true)
  expect(after.devices).toMatchObject([
    { name: 'Pixel Tablet', lastSyncAt: null, waiting: { orders: 2, quotes: 1, notes: 0 } },
  ])
})

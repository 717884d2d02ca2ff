import { afterAll, beforeAll, expect, test } from 'vitest'
import { noRights } from '../../../shared/contract/rights.ts'
import { type ApiUser, addAdministrator, asJson } from '../../../tests/support/people/administrators.ts'
import { dan, nina, riley, sam, signIn } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'
import { limits } from '../../platform/limits/limits.ts'

let app: TestApp
let admin: ApiUser
beforeAll(async () => {
  app = await startTestApp()
  admin = await addAdministrator(app, { rights: { ...noRights, settings: 'write' } })
})
afterAll(() => app.stop())

const command = async (path: string, body: object) =>
  asJson(await admin.visitor.postJson(`/api/settings/${path}`, body))
const mark = (network: string, label = 'Leeds') => command('office-networks', { network, label })
const reset = (visitor: Visitor, username: string) => visitor.post('/reset', { username })

/** Uses up the limit of a network, and makes `more` requests beyond it. Returns the statuses of those. */
async function spendShare(visitor: Visitor, more = 0) {
  for (let request = 0; request < limits.resetRequestsPerNetwork.points; request += 1) {
    expect((await reset(visitor, `nobody${request}@harbourvale.example`)).status).toBe(303)
  }
  const statuses: number[] = []
  for (let request = 0; request < more; request += 1) statuses.push((await reset(visitor, 'nobody@x.example')).status)
  return statuses
}

test('an office address has a larger limit for resets, and repeating a name spends none of it', async () => {
  expect(await mark('198.51.100.128/28')).toMatchObject({ status: 200 })
  const stranger = app.visitor('198.51.100.130')
  expect(await spendShare(stranger, 5)).toEqual([303, 303, 303, 429, 429])
  expect((await reset(app.visitor('198.51.100.130'), riley)).status).toBe(303)
})

test('a known device resets after strangers have spent the limit, and other users read when to retry and who can help', async () => {
  const visitor = app.visitor()
  await signIn(visitor, dan, app.passwordOf(dan))
  await spendShare(app.visitor(visitor.address))
  expect((await reset(visitor, nina)).status).toBe(303)
  const refused = await reset(app.visitor(visitor.address), nina)
  expect(refused.status).toBe(429)
  expect(refused.html).toContain('Try again in 10 minutes.')
  const { contact_line: contactLine } = await app.database.db
    .selectFrom('organisation')
    .select('contact_line')
    .executeTakeFirstOrThrow()
  expect(refused.html).toContain(contactLine)
})

test('a network where three users have signed in is an office without a mark, and contacts do not count', async () => {
  const address = '198.51.100.40'
  for (const username of [riley, dan, 'HV1001']) await signIn(app.visitor(address), username, app.passwordOf(username))
  expect(await spendShare(app.visitor(address), 1)).toEqual([429])
  await signIn(app.visitor(address), sam, app.passwordOf(sam))
  expect((await reset(app.visitor(address), nina)).status).toBe(303)
})

test('administrators mark and remove offices, and text that is not a network, or too wide a range, is refused', async () => {
  for (const wrong of ['office', '203.0.113', '203.0.113.7/33', '2001:db8::/129', 'fe80::1%eth0/64', '1.2.3.4/2/4']) {
    expect((await mark(wrong)).body.problem.kind, wrong).toBe('bad-network')
  }
  for (const wide of ['0.0.0.0/0', '10.0.0.0/19', '::/0', '2001:db8::/39']) {
    expect((await mark(wide)).body.problem.kind, wide).toBe('network-too-wide')
  }
  expect((await mark('2001:db8:5::9/48', 'York')).status).toBe(200)
  expect((await mark('2001:db8:5::/48', 'York')).body.problem.kind).toBe('network-taken')
  const read = async () => asJson(await admin.visitor.get('/api/settings')).body
  expect((await read()).officeNetworks).toContainEqual({ network: '2001:db8:5::/48', label: 'York' })
  expect((await read()).ownNetwork).toBe(admin.visitor.address)
  expect((await command('office-networks/remove', { network: '2001:db8:5::/48' })).status).toBe(200)
  expect((await command('office-networks/remove', { network: '2001:db8:5::/48' })).status).toBe(404)
  const events = await app.database.db
    .selectFrom('audit_events')
    .select(['action', 'actor_account_id', 'details'])
    .where('action', 'like', 'office-network%')
    .where(({ eb, ref }) => eb(ref('details', '->>').key('range'), '=', '2001:db8:5::/48'))
    .orderBy('id')
    .execute()
  const by = { actor_account_id: admin.accountId, details: { range: '2001:db8:5::/48' } }
  expect(events).toEqual([
    { action: 'office-network-marked', ...by },
    { action: 'office-network-unmarked', ...by },
  ])
})

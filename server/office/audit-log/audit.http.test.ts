import { afterAll, beforeAll, expect, test } from 'vitest'
import { noRights } from '../../../shared/contract/rights.ts'
import { type ApiUser, addAdministrator, addRep, asJson } from '../../../tests/support/people/administrators.ts'
import { ava, riley, signIn } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { createCheckAudit } from '../../platform/audit/check-audit.job.ts'
import { createSealAudit } from '../../platform/audit/seal-audit.job.ts'
import { createExportAudit } from './export-audit.ts'

let app: TestApp
let auditor: ApiUser
beforeAll(async () => {
  app = await startTestApp()
  auditor = await addAdministrator(app, { rights: { ...noRights, audit: 'read' } })
})
afterAll(() => app.stop())

const read = async (path: string) => asJson(await auditor.visitor.get(`/api/audit${path}`)).body

test('16.2.1 a row says what was done, by whom, to whom, when and from where', async () => {
  const person = app.visitor()
  await signIn(person, riley, app.passwordOf(riley))
  const { rows } = await read(`?person=${await app.accountId(riley)}`)
  const account = { id: await app.accountId(riley), name: riley, kind: 'user', retailerId: null }
  expect(rows[0]).toMatchObject({
    at: app.clock.now().toISOString(),
    action: 'signed-in',
    actor: 'self',
    by: account,
    to: account,
    network: person.address,
  })
  expect(rows[0].device).toContain('Chrome')
})

test('a contact is named with the retailer, and a deleted account by its id only', async () => {
  await signIn(app.visitor(), 'HV1001', 'wrong')
  const { rows } = await read('?action=sign-in-refused')
  expect(rows[0].to).toMatchObject({ name: 'HV1001', kind: 'contact', retailerId: expect.any(String) })
  const gone = '0192f0c1-0000-7000-8000-0000000000ff'
  await app.database.pool.query(
    `insert into audit_events (at, action, actor, account_id) values ($1, 'user-changed', 'system', $2)`,
    [app.clock.now(), gone],
  )
  expect((await read(`?person=${gone}`)).rows[0].to).toEqual({ id: gone, name: null, kind: null, retailerId: null })
})

test('a page begins after the last row of the previous one, and the last page says that it is the last', async () => {
  const { accountId, username } = await addRep(app)
  for (let count = 0; count < 3; count += 1) await signIn(app.visitor(), username, 'wrong')
  const whole = await read(`?person=${accountId}`)
  const one = await read(`?person=${accountId}&size=2`)
  const two = await read(`?person=${accountId}&size=2&before=${one.rows[1].id}`)
  expect(whole.rows).toHaveLength(3)
  expect([...one.rows, ...two.rows]).toEqual(whole.rows)
  expect([one.hasMore, two.hasMore]).toEqual([true, false])
})

test('bad queries are refused', async () => {
  for (const query of ['action=x', 'actor=x', 'person=riley', 'from=yesterday', 'size=1000', 'before=1']) {
    expect((await auditor.visitor.get(`/api/audit?${query}`)).status, query).toBe(400)
  }
})

test('a reader of the audit finds users and contacts by parts of their names, and sees nothing more of them', async () => {
  const { people } = await read('/people?search=RILEY')
  expect(people).toEqual([{ id: await app.accountId(riley), username: riley, fullName: 'Riley Rep' }])
  expect((await read(`/people?id=${await app.accountId('HV1001')}`)).people[0].username).toBe('HV1001')
  expect((await read('/people?search=%25')).people).toEqual([])
  expect((await auditor.visitor.get('/api/users')).status).toBe(403)
})

test('16.4.2 shows how far the audit is sealed and how the last check ended, and ignores a forged check', async () => {
  const { actions, ground } = app
  await createSealAudit(ground).sealAudit()
  app.clock.advance(25 * 3600)
  await createCheckAudit({ ...ground, ...actions })()
  app.clock.advance(-25 * 3600)
  const chain = await read('/chain')
  expect(chain).toMatchObject({ sealed: expect.any(Number), waiting: 0, check: { sealed: chain.sealed, findings: 0 } })
  await app.database.pool.query("update audit_checks set at = at + interval '1 day'")
  expect((await read('/chain')).check).toBeNull()
})

test('1.2.10 a file holds the rows of the search, runs in no spreadsheet, and is itself recorded', async () => {
  await app.database.pool.query(
    `insert into audit_events (at, action, actor, network) values ($1, 'role-added', 'administrator', '=1+1')`,
    [app.clock.now()],
  )
  app.clock.advance(1)
  const answer = await auditor.visitor.postJson('/api/audit/export', { action: 'role-added' })
  expect(answer.headers['content-type']).toContain('text/csv')
  expect(answer.headers['content-disposition']).toContain('audit.csv')
  const [heading, ...lines] = answer.html.trimEnd().split('\r\n')
  expect(heading).toMatch(/^"Time \(UTC\)","Action","Actor"/)
  expect(lines).toEqual([expect.stringContaining(`"role-added","administrator","","","","","'=1+1"`)])
  const [noted] = (await read('?action=audit-exported')).rows
  expect(noted).toMatchObject({ by: { name: auditor.username }, details: { action: 'role-added' } })
})

test('a long file is written a page at a time, and ends early with a notice', async () => {
  await app.database.pool.query(
    `insert into audit_events (at, action, actor) select $1, 'territory-added', 'system' from generate_series(1, 5003)`,
    [app.clock.now()],
  )
  app.clock.advance(1)
  const authority = { actor: 'command-line' } as const
  const order = { filter: { action: 'territory-added' } as const, authority }
  const linesOf = async (most?: number) => {
    const pieces = await createExportAudit({ ...app.ground, ...(most && { most }) })(order)
    return (await Array.fromAsync(pieces)).join('').trimEnd().split('\r\n')
  }
  const whole = await linesOf()
  expect(whole).toHaveLength(5004)
  expect(new Set(whole).size).toBe(5004)
  const part = await linesOf(3000)
  expect(part).toHaveLength(3002)
  expect(part.at(-1)).toContain('There are more')
})

test('the recorded search names an account by its id', async () => {
  await auditor.visitor.postJson('/api/audit/export', { person: await app.accountId(ava) })
  const [noted] = (await read('?action=audit-exported')).rows
  expect(noted.details).toEqual({ account: await app.accountId(ava) })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { noRights, type Rights } from '../../../shared/contract/rights.ts'
import { addAdministrator, addRole, asJson, signedInAt } from '../../../tests/support/people/administrators.ts'
import { createImporter, csv } from '../../../tests/support/people/imports.ts'
import { ava, buyer, ian, nextMailOf, riley, signIn } from '../../../tests/support/people/reset-steps-http.ts'
import { addTerritory } from '../../../tests/support/people/retailers.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'

let app: TestApp
let admin: Visitor
let users: ReturnType<typeof createImporter>
beforeAll(async () => {
  app = await startTestApp()
  admin = await signedInAt(app, ava, app.passwordOf(ava))
  users = createImporter(admin, 'users')
  for (const name of ['North shore', 'South shore', 'West bank']) await addTerritory(app, name)
})
afterAll(() => app.stop())

const header = 'Username,First name,Surname,User type,Role,Sales territories'
const find = async (username: string) => {
  const { users: found } = asJson(await admin.get(`/api/users?search=${encodeURIComponent(username)}`)).body
  return found[0] && asJson(await admin.get(`/api/users/${found[0].id}`)).body
}
const eventsOf = async (id: string) => {
  const text = `select action, actor, actor_account_id, account_id from audit_events where details->>'import' = $1 order by action`
  return (await app.database.pool.query(text, [id])).rows
}
const texts = async (importer: typeof users, id: string, query = '') =>
  Object.fromEntries((await importer.rows(id, query)).map(({ row, texts }) => [row, texts.join(' ')]))

test('6.4.1 users are added with licence, names and territories and without a password, and each row is in the audit', async () => {
  const file = csv(header, 'wanda@new.example,Wanda,West,device,,west bank; North shore', 'TOMK,Tom,Kay,scan,,')
  const checked = await users.uploadAndCheck(file)
  expect(checked.summary).toMatchObject({ add: 2, refuse: 0, noted: 1 })
  expect(checked.summary?.licences).toMatchObject([
    { userType: 'device', needed: 1 },
    { userType: 'scan', needed: 1 },
  ])
  expect((await texts(users, checked.id, 'noted=true'))[3]).toContain("can't reset the password by email")
  expect(await find('wanda')).toBeUndefined()

  const done = await users.run(checked.id)
  expect(done).toMatchObject({ state: 'done', done: 2, failure: null })
  const wanda = await find('wanda')
  expect(wanda).toMatchObject({ fullName: 'Wanda West', userType: 'device', status: 'no-password' })
  expect(wanda.territoryIds).toHaveLength(2)
  expect((await signIn(app.visitor(), 'TOMK', '')).status).not.toBe(303)
  const actorAccountId = await app.accountId(ava)
  const events = await eventsOf(checked.id)
  expect(events.map(({ action }) => action)).toEqual(['import-run', 'import-uploaded', 'user-added', 'user-added'])
  expect(events.every(event => event.actor === 'administrator' && event.actor_account_id === actorAccountId)).toBe(true)
  expect((await users.post(`${checked.id}/run`, { scope: 'all', invitations: 'now' })).body.problem.kind).toBe(
    'import-done',
  )
})

test('each refused row says why, and a duplicate names the other row', async () => {
  const file = csv(
    header,
    'kim@new.example,Kim,King,device,,',
    'KIM@new.example,Kim,King,device,,',
    ',No,Name,device,,',
    'bo\u0431,Bo,Bob,device,,',
    'bob@,Bo,Bob,device,,',
    'rex@new.example,,Rex,device,,',
    'dog@new.example,Dog,Doe,boss,,',
    'eve@new.example,Eve,East,admin,Emperor,',
    'ned@new.example,Ned,North,device,,Atlantis',
    'HV1001,Hal,Vale,device,,',
    'ray@new.example,Ray,Rio,device,,,more,cells',
  )
  const checked = await users.uploadAndCheck(file)
  expect(checked.summary).toMatchObject({ add: 1, refuse: 10 })
  const why = await texts(users, checked.id, 'verdict=refuse')
  expect(why).toMatchObject({
    3: 'This repeats row 2.',
    4: 'Username is missing.',
    5: expect.stringContaining("can't be a username. This username mixes letters of two alphabets."),
    6: expect.stringContaining("can't be a username. The part after the @ is missing."),
    7: 'First name is missing.',
    8: expect.stringContaining("isn't a user type"),
    9: expect.stringContaining('no role called “Emperor”'),
    10: expect.stringContaining('no territory called “Atlantis”'),
    11: 'A contact already has this username.',
    12: expect.stringContaining('more cells'),
  })
  const all = await users.post(`${checked.id}/run`, { scope: 'all', invitations: 'later' })
  expect([all.status, all.body.problem.kind]).toEqual([409, 'rows-refused'])
  const done = await users.run(checked.id, 'good')
  expect(done.summary).toMatchObject({ add: 1, refuse: 10 })
  expect((await find('kim@new'))?.status).toBe('no-password')
})

test('an existing user stays unchanged, or gets name and territory from the file but nothing that affects sign-in', async () => {
  const file = csv(
    `${header},E-mail to`,
    `${riley.toUpperCase()},Rylee,Repson,admin,Full rights,South shore,else@where.example`,
    `${ian},Ian,Inactive,,,,`,
  )
  const left = await users.uploadAndCheck(file)
  expect(left.summary).toMatchObject({ add: 0, update: 0, leave: 2, refuse: 0 })
  expect((await texts(users, left.id))[3]).toContain('deactivated')
  expect((await users.post(`${left.id}/run`, { scope: 'all', invitations: 'now' })).body.problem.kind).toBe(
    'nothing-to-import',
  )

  const before = await find(riley)
  const checked = await users.check(left.id, { existing: 'update' })
  expect(checked.summary).toMatchObject({ update: 1, leave: 1, licences: [] })
  expect((await texts(users, left.id))[2]).toBe(
    "The user type stays device: an import doesn't change it. The role stays the same: an import doesn't change it.",
  )
  await users.run(left.id)
  const after = await find(riley)
  expect(after).toMatchObject({
    fullName: 'Rylee Repson',
    username: riley,
    userType: 'device',
    role: null,
    emailTo: null,
  })
  expect(after.territoryIds).not.toEqual(before.territoryIds)
  expect((await eventsOf(left.id)).map(({ action }) => action)).toContain('user-changed')
  await signedInAt(app, riley, app.passwordOf(riley))
})

test('8.2.3 8.3.3 importers cannot assign a role with more rights than theirs, nor change users who have more', async () => {
  const rights: Rights = { ...noRights, users: 'write' }
  const small = await addRole(app, rights)
  await app.database.pool.query(`update roles set name = 'Small' where id = $1`, [small])
  const { visitor } = await addAdministrator(app, { rights })
  const mine = createImporter(visitor, 'users')
  const file = csv(
    header,
    'a1@new.example,A,One,admin,full rights,',
    'a2@new.example,A,Two,admin,small,',
    `${ava},Eva,Evil,,,`,
  )
  const checked = await mine.uploadAndCheck(file, { existing: 'update' })
  expect(await texts(mine, checked.id, 'verdict=refuse')).toMatchObject({
    2: expect.stringContaining("rights that you don't have"),
    4: expect.stringContaining("rights that you don't have"),
  })
  await mine.run(checked.id, 'good')
  expect(await find('a2@new')).toMatchObject({ role: 'Small', userType: 'admin' })
  expect(await find('a1@new')).toBeUndefined()
  expect((await find(ava)).fullName).not.toContain('Evil')
})

test('8.3.2 an importer who lost the right between the command and the run imports nothing', async () => {
  const { visitor, accountId } = await addAdministrator(app, { rights: { ...noRights, users: 'write' } })
  const mine = createImporter(visitor, 'users')
  const { id } = await mine.uploadAndCheck(csv(header, 'late@new.example,Lee,Late,device,,'))
  const none = await addRole(app, noRights)
  await app.database.pool.query('update users set role_id = $1 where account_id = $2', [none, accountId])
  // As if the command had come a moment earlier.
  await app.database.pool.query(`update imports set state = 'running' where id = $1`, [id])
  expect(await users.untilDone(id)).toMatchObject({ state: 'failed', failure: { title: 'Nothing was imported' } })
  expect(await find('late@new')).toBeUndefined()
})

test('a missing territory is created once, on request, and only for importers with the right', async () => {
  const file = csv(
    header,
    't1@new.example,T,One,device,,Moon base',
    't2@new.example,T,Two,device,,MOON BASE',
    'bad,,,device,,Sun base',
  )
  const made = await users.uploadAndCheck(file, { territories: 'create' })
  expect(made.summary).toMatchObject({ add: 2, refuse: 1, newTerritories: ['Moon base'] })
  const { visitor } = await addAdministrator(app, { rights: { ...noRights, users: 'write' } })
  const mine = createImporter(visitor, 'users')
  const refused = await mine.uploadAndCheck(file, { territories: 'create' })
  expect(refused.summary).toMatchObject({ add: 0, refuse: 3 })
  await users.run(made.id, 'good')
  const names = asJson(await admin.get('/api/territories')).body.territories.map(({ name }: { name: string }) => name)
  expect(names.filter((name: string) => /base/i.test(name))).toEqual(['Moon base'])
  expect((await eventsOf(made.id)).map(({ action }) => action)).toContain('territory-added')
})

test('a check counts the needed and free licences; all-or-nothing waits for more, and otherwise good rows use the free ones', async () => {
  const { rows } = await app.database.pool.query(
    `select count(*) as used from users u join accounts a on a.id = u.account_id where u.user_type = 'dual' and a.is_active`,
  )
  await app.database.pool.query(`update licences set enabled = $1 where user_type = 'dual'`, [Number(rows[0].used) + 2])
  const names = ['d1', 'd2', 'd3'].map(name => `${name}@new.example,D,${name},dual,,`)
  const checked = await users.uploadAndCheck(csv(header, ...names))
  expect(checked.summary).toMatchObject({ add: 3, refuse: 0, licences: [{ userType: 'dual', needed: 3, free: 2 }] })
  const all = await users.post(`${checked.id}/run`, { scope: 'all', invitations: 'later' })
  expect([all.status, all.body.problem.kind]).toEqual([409, 'no-licence'])
  const done = await users.run(checked.id, 'good')
  expect(done.summary).toMatchObject({ add: 2, refuse: 1 })
  expect(await texts(users, checked.id, 'verdict=refuse')).toMatchObject({
    4: 'There was no free dual licence for this user.',
  })
  expect(await find('d3@new')).toBeUndefined()
})

test('retailers are added and changed by account number, and damage done by a spreadsheet is fixed or reported', async () => {
  const retailers = createImporter(admin, 'retailers')
  const file = csv(
    'Kundennummer;Firma;Gebiet;Status;Ort',
    '2001.00;"Quay & ""Co""";North shore;open;Port',
    '1,23E+11;Lost;;;',
    'HV1001;Cornerstone;South shore;closed;',
    ';Nameless;;;',
    '2001;Again;;;',
  )
  const checked = await retailers.uploadAndCheck(file, { existing: 'update' })
  expect(checked.readAs).toMatch(/^UTF-8, separated by semicolons/)
  expect(checked.summary).toMatchObject({ add: 1, update: 1, refuse: 3 })
  expect(await texts(retailers, checked.id)).toMatchObject({
    2: expect.stringContaining('read as 2001'),
    3: expect.stringContaining('has shortened'),
    4: expect.stringContaining('stays open'),
    5: 'Account number is missing.',
    6: 'This repeats row 2.',
  })
  await retailers.run(checked.id, 'good')
  const found = asJson(await admin.get('/api/retailers?search=%22co%22')).body.retailers
  expect(found).toMatchObject([
    { name: 'Quay & "Co"', accountNumber: '2001', status: 'open', territory: 'North shore' },
  ])
  const old = asJson(await admin.get('/api/retailers?search=HV1001')).body.retailers[0]
  expect(old).toMatchObject({ name: 'Cornerstone', territory: 'South shore', status: 'open' })
})

test('contacts are added to their retailer and may share an address, and neither they nor their mail address ever move', async () => {
  const contacts = createImporter(admin, 'contacts')
  const file = csv(
    'Customer no,Username,First name,Surname,E-mail,Job,Website access',
    'HV1001,,Mia,Mail,mia@shop.example,Owner,yes',
    'HV1001,SHOP-2,Max,Mail,mia@shop.example,Buyer,no',
    'HV1001,,Moe,Mail,mia@shop.example,,',
    'HV9999,SHOP-4,Ann,Away,ann@shop.example,,',
    `HV1001,${riley},Rob,Robber,rob@shop.example,,`,
    'HV1001,HV1001,Beatrix,Buyer,thief@shop.example,Owner,',
    'HV1002,SHOP-7,Ida,Idle,not an address,,perhaps',
  )
  const checked = await contacts.uploadAndCheck(file, { existing: 'update' })
  expect(await texts(contacts, checked.id)).toMatchObject({
    4: 'This repeats row 2.',
    5: expect.stringContaining('no retailer with the account number “HV9999”'),
    6: expect.stringContaining("the contact's email address"),
    7: expect.stringContaining('email address stays'),
    8: expect.stringContaining("can't be an email address"),
  })
  expect(checked.summary).toMatchObject({ add: 2, update: 1, refuse: 4 })
  const done = await contacts.run(checked.id, 'good', 'now')
  expect(done.summary?.invitations).toMatchObject({ possible: 0 })
  await nextMailOf(app, { to: 'mia@shop.example', subject: 'Choose your password' })
  const { rows } = await app.database.pool.query(
    `select a.given_name, c.email, c.role from contacts c join accounts a on a.id = c.account_id where a.username = 'HV1001'`,
  )
  expect(rows).toEqual([{ given_name: 'Beatrix', email: buyer, role: 'Owner' }])
  expect(app.smtp.received.filter(({ to }) => to === 'mia@shop.example')).toHaveLength(1)
})

test('1.2.10 the result gives the outcome of each row, runs in no spreadsheet, and can be fixed and uploaded again', async () => {
  const checked = await users.uploadAndCheck(
    csv(header, "f1@new.example,'=1+1,@Sum,device,,", 'f2@new.example,Fay,,device,,'),
  )
  await users.run(checked.id, 'good')
  const { html, headers } = await admin.get(`${users.path}/${checked.id}/result`)
  expect(headers['content-disposition']).toContain('attachment')
  expect(html).toContain(`"2","Added","","f1@new.example","'=1+1","'@Sum"`)
  expect(html).toContain('"3","Not imported","Surname is missing.","f2@new.example","Fay",""')
  expect(html).not.toMatch(/(^|,)"[=+@-]/m)
  const again = await users.uploadAndCheck(html.replace('"Fay",""', '"Fay","Fine"'))
  expect(again.columns.slice(0, 3).map(({ field }) => field)).toEqual([null, null, null])
  expect(again.summary).toMatchObject({ add: 1, leave: 1, refuse: 0 })
  const { html: template } = await admin.get(`${users.path}/template`)
  expect((await users.uploadAndCheck(template, { territories: 'create' })).summary).toMatchObject({ add: 1, refuse: 0 })
})

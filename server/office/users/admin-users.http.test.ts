import { afterAll, beforeAll, expect, test } from 'vitest'
import { readResetMail } from '../../../tests/support/mails/reset-mail.ts'
import {
  type ApiUser,
  addAdministrator,
  addRep,
  addRole,
  asJson,
  fullRights,
  signedInAt,
} from '../../../tests/support/people/administrators.ts'
import {
  ava,
  dan,
  ian,
  nextMailOf,
  nina,
  riley,
  sam,
  save,
  signIn,
} from '../../../tests/support/people/reset-steps-http.ts'
import { addTerritory } from '../../../tests/support/people/retailers.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'

let app: TestApp
let admin: ApiUser
beforeAll(async () => {
  app = await startTestApp()
  admin = { visitor: await signedInAt(app, ava, app.passwordOf(ava)), username: ava }
})
afterAll(() => app.stop())

async function command(username: string, what: string, by = admin) {
  return asJson(await by.visitor.postJson(`/api/users/${await app.accountId(username)}/${what}`, {}))
}

async function detailsOf(username: string) {
  return asJson(await admin.visitor.get(`/api/users/${await app.accountId(username)}`)).body
}

const find = async (query: string) =>
  asJson(await admin.visitor.get(`/api/users?${query}`)).body as { users: { username: string }[]; total: number }

test('J12 6.4.6 an administrator starts the reset, and only the person gets link and code', async () => {
  const { username: rep } = await addRep(app)
  const answered = await command(rep, 'password-reset')
  expect(answered.status).toBe(200)
  expect(answered.body.text).toContain(rep)
  const mail = await nextMailOf(app, { to: rep, subject: 'Reset your password' })
  expect(mail.text).toMatch(/administrator/i)
  const { path, code } = readResetMail(mail)
  const shown = JSON.stringify([answered.body, await detailsOf(rep)])
  expect(shown).not.toContain(code)
  expect(shown).not.toContain(path.split('/').at(-1))
  expect((await save(app.visitor(), path, { code })).location).toBe('/sign-in')
  const { timeline } = await detailsOf(rep)
  expect(timeline.map((entry: { what: string }) => entry.what)).toEqual(
    expect.arrayContaining(['reset-asked', 'reset-mail-sent', 'password-reset']),
  )
  expect(timeline.find((entry: { what: string }) => entry.what === 'reset-asked').by).toBe(ava)
})

test('J12 the administrator is told why if nothing can be sent', async () => {
  app.clock.advance(61)
  expect((await command('JSMITH', 'password-reset')).body.problem.kind).toBe('no-address')
  await command(dan, 'password-reset')
  expect((await command(dan, 'password-reset')).body.kind).toBe('on-its-way')
})

test('7.4.2 7.4.5 deactivating ends the sessions immediately, and reactivating keeps the password', async () => {
  const { username: rep } = await addRep(app)
  const person = await signedInAt(app, rep, app.passwordOf(rep))
  expect((await command(rep, 'deactivate')).body.kind).toBe('deactivated')
  expect((await person.get('/account')).status).toBe(303)
  expect((await signIn(app.visitor(), rep, app.passwordOf(rep))).status).toBe(401)
  expect((await detailsOf(rep)).status).toBe('inactive')
  expect((await command(rep, 'deactivate')).body.kind).toBe('was-inactive')
  expect((await command(rep, 'reactivate')).body.kind).toBe('reactivated')
  expect((await detailsOf(rep)).status).toBe('active')
  expect((await signIn(app.visitor(), rep, app.passwordOf(rep))).status).toBe(303)
})

test('7.4.5 an administrator ends all sessions of a user, and the user may sign in again', async () => {
  const { username: rep } = await addRep(app)
  const person = await signedInAt(app, rep, app.passwordOf(rep))
  expect((await detailsOf(rep)).sessions.length).toBeGreaterThan(0)
  expect((await command(rep, 'end-sessions')).body.kind).toBe('ended')
  expect((await person.get('/account')).status).toBe(303)
  expect((await detailsOf(rep)).sessions).toEqual([])
})

test('8.3.2 no administrator reaches users with more rights, on any route that changes', async () => {
  const lesser = await addAdministrator(app, { rights: { ...fullRights, settings: 'read' } })
  for (const what of ['password-reset', 'deactivate', 'reactivate', 'end-sessions']) {
    const { status, body } = await command(ava, what, lesser)
    expect([what, status, body.problem?.kind]).toEqual([what, 403, 'above-you'])
  }
  expect((await command(lesser.username ?? '', 'end-sessions')).status).toBe(200)
})

test('8.3.2 administrators cannot change their own role or type, nor give a right that they lack', async () => {
  const lesser = await addAdministrator(app, { rights: { ...fullRights, settings: 'read' } })
  const other = await addAdministrator(app, { rights: { ...fullRights, settings: 'none' }, signsIn: false })
  const roleId = await addRole(app, { ...fullRights, settings: 'read' })
  const change = { userType: 'admin', givenName: 'Robin', familyName: 'Marlow', emailTo: null }
  const give = async (to: ApiUser, role: string) =>
    asJson(await lesser.visitor.postJson(`/api/users/${to.accountId}`, { ...change, roleId: role })).body
  expect((await give(lesser, roleId)).problem.kind).toBe('yourself')
  expect((await give(other, '00000000-0000-7000-8000-000000000001')).problem.kind).toBe('above-you')
  expect((await give(other, roleId)).kind).toBe('changed')
})

test('changing the type takes a licence of that type, and names and addresses change', async () => {
  const { username: rep } = await addRep(app)
  const id = await app.accountId(rep)
  const change = { givenName: 'Nina', familyName: 'Vale', emailTo: 'rep@example.com', roleId: null }
  await app.database.pool.query("update licences set enabled = 1 where user_type = 'scan'")
  const to = (userType: string) => admin.visitor.postJson(`/api/users/${id}`, { ...change, userType })
  expect(asJson(await to('scan')).body.problem.kind).toBe('no-licence')
  expect(asJson(await to('dual')).body.kind).toBe('changed')
  expect(await detailsOf(rep)).toMatchObject({ fullName: 'Nina Vale', userType: 'dual', emailTo: 'rep@example.com' })
})

test('the territories of a user are saved with the user, and stay if omitted', async () => {
  const id = await app.accountId(sam)
  const change = { userType: 'scan', givenName: 'Sam', familyName: 'Scan', emailTo: null, roleId: null }
  const territoryIds = [await addTerritory(app), await addTerritory(app)].toSorted()
  const to = async (more: object) =>
    asJson(await admin.visitor.postJson(`/api/users/${id}`, { ...change, ...more })).body
  expect((await to({ territoryIds })).kind).toBe('changed')
  expect((await to({})).kind).toBe('changed')
  expect((await detailsOf(sam)).territoryIds).toEqual(territoryIds)
  expect((await to({ territoryIds: [id] })).problem.kind).toBe('no-such-territory')
  expect((await to({ territoryIds: [] })).kind).toBe('changed')
  expect((await detailsOf(sam)).territoryIds).toEqual([])
})

test('a compromised password opens nothing until a reset', async () => {
  const { username: rep } = await addRep(app)
  const person = await signedInAt(app, rep, app.passwordOf(rep))
  expect((await command(rep, 'mark-compromised')).body.kind).toBe('marked')
  expect((await person.get('/account')).status).toBe(303)
  expect((await signIn(app.visitor(), rep, app.passwordOf(rep))).location).not.toBe('/account')
  expect((await detailsOf(rep)).status).toBe('compromised')
  app.clock.advance(61)
  await command(rep, 'password-reset')
  const { path, code } = readResetMail(await nextMailOf(app, { to: rep, subject: 'Reset your password' }))
  await save(app.visitor(), path, { code })
  expect((await detailsOf(rep)).status).toBe('active')
})

test('1.2.10 the search of the list is exported completely', async () => {
  const risky =
    "insert into accounts (kind, username, username_key, given_name, created_at) values ('user', $1, $1, $2, $3)"
  await app.database.pool.query(
    `with a as (${risky} returning id) insert into users (account_id, user_type) select id, 'dual' from a`,
    ['risky@harbourvale.example', '=HYPERLINK("https://evil.example")', app.clock.now()],
  )
  const answer = await admin.visitor.get('/api/users/export?search=risky')
  expect(answer.headers['content-type']).toContain('text/csv')
  expect(answer.headers['content-disposition']).toContain('users.csv')
  const [heading, line, ...rest] = answer.html.split('\r\n')
  expect(heading).toContain('"Username","Full name"')
  expect(line).toContain(`"risky@harbourvale.example","'=HYPERLINK(""https://evil.example"")","dual"`)
  expect(rest).toEqual([''])
})

test('the last administrator with full rights stays, and no one deactivates their own account', async () => {
  expect((await command(ava, 'deactivate')).body.problem.kind).toBe('yourself')
  const second = await addAdministrator(app, { rights: fullRights })
  // Each of the two deactivates the other. Of two concurrent commands one succeeds.
  const both = await Promise.all([command(ava, 'deactivate', second), command(second.username ?? '', 'deactivate')])
  const kinds = both.map(({ body }) => body.kind ?? body.problem.kind)
  expect(kinds.filter(kind => kind === 'deactivated')).toHaveLength(1)
  await app.database.pool.query('update accounts set is_active = true where username = $1', [ava])
  await app.database.pool.query('update users set has_licence = true')
  admin = { visitor: await signedInAt(app, ava, app.passwordOf(ava)) }
})

test('the list is searched by parts of username and names, filtered, sorted and paged', async () => {
  expect((await find('search=ILEY.r')).users.map(user => user.username)).toEqual([riley])
  expect((await find('search=rep%20nina')).users.map(user => user.username)).toEqual([nina])
  expect((await find('status=inactive')).users.map(user => user.username)).toContain(ian)
  expect((await find('type=scan')).total).toBe(1)
  const all = await find('size=100&sort=username')
  expect(all.users.length).toBe(all.total)
  const pages = await Promise.all([1, 2, 3].map(page => find(`size=3&sort=type&order=descending&page=${page}`)))
  const seen = pages.flatMap(page => page.users.map(user => user.username))
  expect(new Set(seen).size).toBe(Math.min(9, all.total))
  const never = await find('signedIn=never&size=100')
  expect(never.users.map(user => user.username)).toContain('JSMITH')
  expect(never.users.map(user => user.username)).not.toContain(ava)
  app.clock.advance(1)
  await signedInAt(app, ava, app.passwordOf(ava))
  expect((await find('sort=last-sign-in&order=descending')).users[0]?.username).toBe(ava)
})

test('the file follows every filter of the list, including the role', async () => {
  const roleId = await addRole(app, { ...fullRights, audit: 'none' })
  await app.database.pool.query('update users set role_id = $1 where account_id = $2', [
    roleId,
    await app.accountId(dan),
  ])
  const filter = `role=${roleId}&type=dual&signedIn=never`
  expect((await find(filter)).users.map(user => user.username)).toEqual([dan])
  const { html } = await admin.visitor.get(`/api/users/export?${filter}`)
  expect(html.split('\r\n').slice(1)).toEqual([expect.stringContaining(`"${dan}"`), ''])
  expect((await admin.visitor.get('/api/users/export?role=x')).status).toBe(400)
  expect((await find('role=none&size=100')).users.map(user => user.username)).not.toContain(dan)
})

test('an id of another form is an id of nothing, and a field that is refused is named', async () => {
  const missing = await asJson(await admin.visitor.postJson('/api/users/bad-id/lock', {}))
  expect([missing.status, missing.body.problem.title]).toEqual([404, "This doesn't exist"])
  const details = await detailsOf(riley)
  const { userType, familyName, emailTo, roleId } = details
  const change = { userType, familyName, emailTo, roleId, givenName: 'x'.repeat(120) }
  const answer = await asJson(await admin.visitor.postJson(`/api/users/${await app.accountId(riley)}`, change))
  expect([answer.status, answer.body.problem.text]).toEqual([400, 'givenName: Use at most 100 characters.'])
})

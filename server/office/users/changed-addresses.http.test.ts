import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { goodPassword } from '../../../tests/support/mails/reset-mail.ts'
import { type ApiUser, addAdministrator, asJson, signedInAt } from '../../../tests/support/people/administrators.ts'
import {
  addApprovers,
  addPerson,
  allHandedOver,
  approve,
  approverRights,
  command,
  countMails,
  eventsOf,
  objectionOf,
  read,
  rename,
  renamed,
  sendReset,
  startRoomyApp,
} from '../../../tests/support/people/new-addresses.ts'
import { askForMail, ava, nextMailOf, pastQuiet, save, signIn } from '../../../tests/support/people/reset-steps-http.ts'
import { setPolicy } from '../../../tests/support/people/second-step.ts'
import type { TestApp } from '../../../tests/support/servers/app.ts'
import { createPurge } from '../../main/purge.job.ts'

let app: TestApp
let admin: ApiUser
let second: ApiUser
beforeAll(async () => {
  app = await startRoomyApp()
  // These tests wait for weeks, longer than the grace period of a second step.
  await setPolicy(app, 'admin', 'offered')
})
afterAll(() => app.stop())
beforeEach(async () => {
  ;[admin, second] = await addApprovers(app)
})

test('6.3.7 the previous address is told about a changed username with a way to object, and the new one without', async () => {
  const person = await addPerson(app, { emailTo: 'second@elsewhere.example' })
  const { body } = await rename(admin, person.id, person.next)
  expect(body.text).toContain(`${person.username} is now ${person.next}. Both addresses are notified.`)
  for (const to of [person.username, 'second@elsewhere.example']) {
    const notice = await nextMailOf(app, { to, subject: renamed })
    expect(notice.text).toContain(`The username ${person.username} was changed to ${person.next}`)
    expect((await app.visitor().get(objectionOf(notice))).heading).toBe("Didn't you agree to this?")
  }
  const welcome = await nextMailOf(app, { to: person.next, subject: 'Emails about your account come here now' })
  expect(welcome.text).not.toMatch(/https?:/)
  await allHandedOver(app)
  expect(app.smtp.received.filter(({ to }) => to === person.next)).toEqual([welcome])
  expect(await eventsOf(app, person.id)).toContain('username-changed')
})

test('a rename keeps the person signed in, and the password works only with the new username', async () => {
  const person = await addPerson(app)
  const visitor = await signedInAt(app, person.username, person.password)
  await rename(admin, person.id, person.next)
  expect((await visitor.get('/account')).html).toContain(person.next)
  expect((await signIn(app.visitor(), person.username, person.password)).status).toBe(401)
  expect((await signIn(app.visitor(), person.next.toUpperCase(), person.password)).status).toBe(303)
})

test('a rename ends every open reset, and the link says why', async () => {
  const person = await addPerson(app)
  const { path, code } = await askForMail(app, person.username)
  await rename(admin, person.id, person.next)
  const saved = await save(app.visitor(), path, { code })
  expect([saved.status, saved.heading]).toEqual([410, 'Your username or address has changed'])
})

test('a changed address gets no reset email for a day through any page, and the sign-in form reveals nothing', async () => {
  const person = await addPerson(app)
  await rename(admin, person.id, person.next)
  const waits = await sendReset(admin, person.id)
  expect([waits.status, waits.kind]).toEqual([409, 'address-waits'])
  expect(waits.body.problem.text).toMatch(/until \w+ \d+ \w+ \d{4} at \d\d:\d\d UTC. Another administrator/)
  await app.database.pool.query('update accounts set password_hash = null where id = $1', [person.id])
  expect((await command(admin, `users/${person.id}/invitation`)).kind).toBe('address-waits')

  const option = async (username: string) => asJson(await app.visitor().post('/sign-in/option', { username })).body
  const usual = await addPerson(app)
  const told = await option(person.next)
  expect(JSON.stringify(told).replaceAll(person.next, '')).toBe(
    JSON.stringify(await option(usual.username)).replaceAll(usual.username, ''),
  )
  const asks = await Promise.all(
    [person.next, person.username, usual.username].map(username => app.visitor().post('/reset', { username })),
  )
  expect(asks.map(({ status, location }) => [status, location])).toEqual(Array(3).fill([303, '/reset/sent']))
  await nextMailOf(app, { to: usual.username, subject: 'Reset your password' })
  await allHandedOver(app)
  for (const to of [person.next, person.username]) expect(countMails(app, to, 'Reset your password')).toBe(0)
  expect(await eventsOf(app, person.id)).toContain('reset-waits')

  app.clock.advance(24 * 3600 - 1)
  expect((await sendReset(admin, person.id)).kind).toBe('address-waits')
  app.clock.advance(1)
  expect((await sendReset(admin, person.id)).kind).toBe('asked')
  await nextMailOf(app, { to: person.next, subject: 'Reset your password' })
})

test('a second administrator ends the wait: not the one who made the change, nor a new one, nor one with fewer rights', async () => {
  const person = await addPerson(app)
  await rename(admin, person.id, person.next)
  expect((await approve(admin, person.id)).kind).toBe('own-change')
  const fresh = await addAdministrator(app, { rights: approverRights })
  expect((await read(fresh, person.id)).whyNot).toBe('too-new')
  expect((await approve(fresh, person.id)).kind).toBe('too-new')
  const seen = (await read(second, person.id)).changeId
  await rename(admin, person.id, `again-${person.next}`)
  expect((await approve(second, person.id, seen)).kind).toBe('changed-again')
  expect(await read(second, person.id)).toMatchObject({
    address: `again-${person.next}`,
    changedBy: admin.username,
    whyNot: null,
  })
  expect((await approve(second, person.id)).kind).toBe('approved')
  expect((await approve(second, person.id)).kind).toBe('nothing-waits')
  expect((await sendReset(admin, person.id)).kind).toBe('asked')
  await nextMailOf(app, { to: `again-${person.next}`, subject: 'Reset your password' })
  expect(await eventsOf(app, person.id)).toContain('address-approved')
})

test('a user who became an administrator today, through a role or its rights, cannot approve', async () => {
  const person = await addPerson(app)
  const accomplice = await addPerson(app)
  await app.database.pool.query(`update users set user_type = 'device', role_id = null where account_id = $1`, [
    accomplice.id,
  ])
  await rename(admin, person.id, person.next)
  const { rows } = await app.database.pool.query('select role_id from users where account_id = $1', [admin.accountId])
  const change = { userType: 'admin', givenName: 'A', familyName: 'B', emailTo: null, roleId: rows[0].role_id } as const
  const authority = { actor: 'administrator', actorAccountId: admin.accountId ?? '', network: '', device: '' } as const
  expect(await app.actions.changeUser({ accountId: accomplice.id, change, authority })).toEqual({ kind: 'changed' })
  const visitor = await signedInAt(app, accomplice.username, accomplice.password)
  expect((await approve({ ...accomplice, visitor }, person.id)).kind).toBe('too-new')

  const { rows: roles } = await app.database.pool.query('select role_id as id from users where account_id = $1', [
    second.accountId,
  ])
  const role = { name: `Raised ${randomUUID()}`, rights: approverRights }
  expect(await app.actions.changeRole({ id: roles[0].id, role, authority })).toEqual({ kind: 'changed' })
  expect((await approve(second, person.id)).kind).toBe('too-new')
})

test('a pending address replaces no other: reverting it leaves nothing pending, and changing it again tells the first one', async () => {
  const person = await addPerson(app)
  await rename(admin, person.id, person.next)
  await nextMailOf(app, { to: person.username, subject: renamed })
  app.clock.advance(12 * 3600)
  await rename(second, person.id, `third-${person.next}`)
  const notice = await nextMailOf(app, { to: person.username, subject: renamed })
  expect(notice.text).toContain(`third-${person.next}`)
  const left = await nextMailOf(app, { to: person.next, subject: 'Emails about an account no longer come here' })
  expect(left.text).not.toMatch(/https?:/)
  app.clock.advance(13 * 3600)
  expect((await sendReset(admin, person.id)).kind).toBe('address-waits')
  await rename(admin, person.id, person.username)
  expect(await read(admin, person.id)).toBeNull()
  expect((await sendReset(admin, person.id)).kind).toBe('asked')
  await nextMailOf(app, { to: person.username, subject: 'Reset your password' })
})

test('J10 an objection locks the account, and the new address is no way in, however long it waits', async () => {
  const person = await addPerson(app)
  const visitor = await signedInAt(app, person.username, person.password)
  await rename(admin, person.id, person.next)
  const objection = objectionOf(await nextMailOf(app, { to: person.username, subject: renamed }))
  const page = await app.visitor().post(objection)
  expect([page.status, page.heading]).toEqual([200, 'Your account is locked'])
  expect(page.html).toContain('Call your administrator now')
  expect((await app.visitor().post(objection)).status).toBe(410)
  expect((await visitor.get('/account')).location).toBe('/sign-in')
  expect((await signIn(app.visitor(), person.next, person.password)).status).toBe(401)
  await allHandedOver(app)
  const alerts = app.smtp.received.filter(mail => mail.to === ava && mail.text.includes(person.next))
  expect(alerts.map(({ subject }) => subject)).toEqual(['Someone disputed an address change'])
  expect(alerts[0]?.text).toContain('It was changed by admin-')

  app.clock.advance(30 * 86_400)
  expect(await read(admin, person.id)).toMatchObject({ until: null, whyNot: 'own-change' })
  await app.visitor().post('/reset', { username: person.next })
  expect((await sendReset(admin, person.id)).kind).toBe('address-waits')
  // Another new address does not override the objection either.
  await rename(admin, person.id, `other-${person.next}`)
  app.clock.advance(2 * 86_400)
  expect((await sendReset(admin, person.id)).kind).toBe('address-waits')
  await allHandedOver(app)
  expect(countMails(app, person.next, 'Reset your password')).toBe(0)

  await rename(second, person.id, person.username)
  const { path, code } = await askForMail(app, person.username)
  expect((await save(app.visitor(), path, { code })).location).toBe('/sign-in')
  expect((await signIn(app.visitor(), person.username, goodPassword)).location).toBe('/account')
})

test('J10 an objection stops an address that was approved, and does not affect one that was reverted', async () => {
  const person = await addPerson(app)
  await rename(admin, person.id, person.next)
  const { text } = await nextMailOf(app, { to: person.username, subject: renamed })
  expect((await approve(second, person.id)).kind).toBe('approved')
  await app.visitor().post(objectionOf({ text }))
  expect((await sendReset(admin, person.id)).kind).toBe('address-waits')
  expect((await approve(second, person.id)).kind).toBe('approved')
  expect((await sendReset(admin, person.id)).kind).toBe('asked')

  const other = await addPerson(app)
  await rename(admin, other.id, other.next)
  const notice = await nextMailOf(app, { to: other.username, subject: renamed })
  await rename(second, other.id, other.username)
  await app.visitor().post(objectionOf(notice))
  expect(await read(second, other.id)).toMatchObject({ isPutBack: true, until: null })
  expect((await sendReset(admin, other.id)).kind).toBe('asked')
})

test('J10 an objection stays until an administrator who changed nothing resolves it', async () => {
  const person = await addPerson(app)
  await rename(admin, person.id, person.next)
  const notice = await nextMailOf(app, { to: person.username, subject: renamed })
  await app.visitor().post(objectionOf(notice))
  await rename(admin, person.id, person.username)
  expect(await read(admin, person.id)).toMatchObject({ isPutBack: true, whyNot: 'own-change' })
  expect((await approve(admin, person.id)).kind).toBe('own-change')
  expect((await rename(admin, person.id, person.next)).body.text).toContain('The objection')
  app.clock.advance(30 * 86_400)
  await createPurge(app.ground)()
  app.clock.advance(80 * 86_400)
  await createPurge(app.ground)()
  expect((await sendReset(admin, person.id)).kind).toBe('address-waits')
  const authority = { actor: 'command-line' } as const
  for (const run of [app.actions.deactivateUser, app.actions.reactivateUser]) {
    await run({ accountId: person.id, authority })
  }
  const username = `operator-${person.next}`
  expect(await app.actions.changeUsername({ accountId: person.id, username, authority })).toMatchObject({
    wait: { until: null },
  })
  expect((await sendReset(admin, person.id)).kind).toBe('address-waits')
  await rename(second, person.id, person.username)
  expect((await approve(admin, person.id)).kind).toBe('own-change')
  expect((await approve(second, person.id)).kind).toBe('approved')
  await rename(admin, person.id, person.next)
  expect(await read(second, person.id)).toMatchObject({ isPutBack: false, until: expect.any(String) })
})

test('a new address of an imported user waits like any other, and the operator at the server can skip the wait', async () => {
  const person = await addPerson(app, { username: `IMPORTED` })
  expect((await rename(admin, person.id, 'JSMITH')).kind).toBe('bad-username')
  expect((await rename(admin, person.id, person.next)).kind).toBe('changed')
  expect((await sendReset(admin, person.id)).kind).toBe('address-waits')
  const authority = { actor: 'command-line' } as const
  const username = `by-operator-${person.next}`
  expect(await app.actions.changeUsername({ accountId: person.id, username, authority })).toMatchObject({
    wait: undefined,
  })
  expect((await sendReset(admin, person.id)).kind).toBe('asked')
})

test('a username is a unique address and not a disguised one, and an older username stays valid', async () => {
  const [person, other] = [await addPerson(app), await addPerson(app)]
  for (const bad of ['', 'NAME', 'a b@harbourvale.example', `rаven@harbourvale.example`, `a..b@harbourvale.example`]) {
    expect((await rename(admin, person.id, bad)).kind, bad).toBe('bad-username')
  }
  expect((await rename(admin, person.id, ` ${other.username.toUpperCase()} `)).kind).toBe('taken')
  expect((await rename(admin, person.id, 'hv1001')).kind).toBe('bad-username')
  expect((await rename(admin, person.id, person.username)).kind).toBe('unchanged')
  expect(await eventsOf(app, person.id)).not.toContain('username-changed')
  expect((await rename(admin, person.id, person.username.toUpperCase())).kind).toBe('changed')
})

test('no administrator renames or approves users with more rights', async () => {
  const person = await addAdministrator(app, { rights: { ...approverRights, audit: 'read' } })
  expect((await rename(admin, person.accountId ?? '', 'x@harbourvale.example')).kind).toBe('above-you')
  await app.actions.changeUsername({
    accountId: person.accountId ?? '',
    username: 'higher@harbourvale.example',
    authority: { actor: 'administrator', actorAccountId: await app.accountId(ava), network: '', device: '' },
  })
  expect((await approve(admin, person.accountId ?? '')).kind).toBe('above-you')
})

test('an administrator who changes their own username needs another one to approve it, or waits', async () => {
  pastQuiet(app)
  expect((await rename(admin, admin.accountId ?? '', 'own-next@harbourvale.example')).kind).toBe('changed')
  const me = { ...admin, username: 'own-next@harbourvale.example' }
  expect((await approve(me, admin.accountId ?? '')).kind).toBe('own-change')
  expect((await sendReset(second, admin.accountId ?? '')).kind).toBe('address-waits')
})

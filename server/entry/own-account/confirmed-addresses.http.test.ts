import { fetchUserInfo } from 'openid-client'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ApiUser, asJson, signedInAt } from '../../../tests/support/people/administrators.ts'
import {
  addApprovers,
  addPerson,
  allHandedOver,
  approve,
  command,
  eventsOf,
  makeAddressWait,
  objectionOf,
  read,
  rename,
  renamed,
  sendReset,
  startRoomyApp,
} from '../../../tests/support/people/new-addresses.ts'
import { nextMailOf, pastQuiet, riley } from '../../../tests/support/people/reset-steps-http.ts'
import { addContact } from '../../../tests/support/people/retailers.ts'
import type { TestApp } from '../../../tests/support/servers/app.ts'
import { ask, createAppDevice, takeTokens } from '../../../tests/support/servers/app-sign-in.ts'

let app: TestApp
let admin: ApiUser
let second: ApiUser
beforeAll(async () => {
  app = await startRoomyApp()
})
afterAll(() => app.stop())
beforeEach(async () => {
  ;[admin, second] = await addApprovers(app)
})

test('7.5.1 ends the wait when the person confirms from a session with a recent password check', async () => {
  const person = await addPerson(app)
  const visitor = await signedInAt(app, person.username, person.password)
  expect((await visitor.get('/account')).html).not.toContain('Your new address')
  await rename(admin, person.id, person.next)
  app.clock.advance(10 * 60)
  const page = await visitor.get('/account')
  expect(page.html.replaceAll('<wbr/>', '')).toContain(`The username ${person.username} was changed to ${person.next}`)
  expect((await visitor.press('Yes, it is my address')).heading).toBe("Confirm that it's you")
  expect((await sendReset(admin, person.id)).kind).toBe('address-waits')
  expect((await visitor.press('Yes, it is my address', { currentPassword: 'wrong' })).status).toBe(422)
  const confirmed = await visitor.press('Yes, it is my address', { currentPassword: person.password })
  expect(confirmed.html).toContain('Your new address is confirmed')
  expect(confirmed.html).not.toContain('Is it your address?')
  expect((await sendReset(admin, person.id)).kind).toBe('asked')
  expect(await eventsOf(app, person.id)).toContain('address-confirmed')
})

test('applies a confirmation only to the change and the account it was shown for', async () => {
  const person = await addPerson(app)
  const visitor = await signedInAt(app, person.username, person.password)
  await rename(admin, person.id, person.next)
  await visitor.get('/account')
  await rename(admin, person.id, `third-${person.next}`)
  expect((await visitor.press('Yes, it is my address')).html).not.toContain('is confirmed')
  const { changeId } = await read(second, person.id)
  await second.visitor.post('/account/address', { change: changeId })
  expect((await sendReset(admin, person.id)).kind).toBe('address-waits')

  await rename(admin, admin.accountId ?? '', person.username)
  const own = (await read(second, admin.accountId ?? '')).changeId
  await admin.visitor.post('/account/address', { change: own })
  expect((await admin.visitor.get('/account')).html).toContain('You changed it yourself')
  expect((await sendReset(second, admin.accountId ?? '')).kind).toBe('address-waits')
})

test("6.3.7 changes a contact's address by the same rule, even to an address that other contacts share", async () => {
  const email = `till@fernsons.example`
  const id = await addContact(app, { email, username: `FERN-1` })
  const change = async (by: ApiUser, body: { username: string; email: string }) =>
    command(by, `contacts/${id}/address`, body)
  const send = async () => (await command(admin, `contacts/${id}/password-reset`)).kind
  expect((await change(admin, { username: 'other@fernsons.example', email })).kind).toBe('bad-contact-name')
  expect((await change(admin, { username: 'HV1001', email })).kind).toBe('taken')

  // Only the username changes and email goes to the same address: notices are sent, nothing waits.
  expect((await change(admin, { username: `FERN-NEW-1`, email })).kind).toBe('changed')
  await nextMailOf(app, { to: email, subject: renamed })
  expect(await send()).toBe('asked')
  await nextMailOf(app, { to: email, subject: 'Reset your password' })
  pastQuiet(app)

  const next = 'buyer@cornerstore.example'
  expect((await change(admin, { username: `FERN-NEW-1`, email: next })).kind).toBe('changed')
  const notice = await nextMailOf(app, { to: email, subject: 'Your email address was changed' })
  expect(notice.text).toContain(`from ${email} to ${next}`)
  expect(await send()).toBe('address-waits')
  // A second administrator changes only the username. The first one still can't approve.
  expect((await change(second, { username: `FERN-1`, email: next })).kind).toBe('changed')
  const waiting = asJson(await second.visitor.get(`/api/contacts/${id}/new-address`)).body.waiting
  const approveIt = (by: ApiUser) => command(by, `contacts/${id}/approve-address`, { changeId: waiting.changeId })
  expect((await approveIt(admin)).kind).toBe('own-change')
  expect((await approveIt(second)).kind).toBe('approved')
  expect(await send()).toBe('asked')
  await nextMailOf(app, { to: next, subject: 'Reset your password' })

  await change(admin, { username: `FERN-1`, email })
  await app.visitor().post(objectionOf(await nextMailOf(app, { to: next, subject: 'Your email address was changed' })))
  expect(await send()).toBe('address-waits')
})

test('tells a rep who sends a contact a reset that the address waits for approval', async () => {
  const id = await app.accountId('HV1001')
  await makeAddressWait(app, id)
  const caller = { network: '', device: '' }
  const repId = await app.accountId(riley)
  await app.database.pool.query(
    `update retailers set territory_id = (select territory_id from user_territories where account_id = $1 limit 1)
     where account_number = 'HV1001'`,
    [repId],
  )
  expect((await app.actions.sendContactReset({ repId, contactId: id, caller })).kind).toBe('address-waits')
})

test('6.3.7 notifies the person and the second address when an administrator changes the second address', async () => {
  const before = `aide-1@elsewhere.example`
  const person = await addPerson(app, { emailTo: before })
  const change = { userType: 'admin', givenName: 'A', familyName: 'B', emailTo: 'new@elsewhere.example', roleId: null }
  const { rows } = await app.database.pool.query('select role_id from users where account_id = $1', [person.id])
  expect((await command(admin, `users/${person.id}`, { ...change, roleId: rows[0].role_id })).kind).toBe('changed')
  for (const to of [before, person.username]) {
    const { text } = await nextMailOf(app, { to, subject: 'Your notice address has changed' })
    expect(text).not.toMatch(/https?:/)
  }
  await allHandedOver(app)
  expect(app.smtp.received.filter(({ to }) => to === 'new@elsewhere.example')).toEqual([])
})

test('reveals no waiting address to an app', async () => {
  const person = await addPerson(app)
  const redirectUri = 'https://office.example/back'
  const client = {
    id: 'office',
    name: 'Office',
    redirectUris: [redirectUri],
    admits: ['admin' as const],
    startUrl: null,
  }
  await app.actions.addClient({ client, by: { actor: 'command-line' } })
  const device = await createAppDevice(app, { clientId: client.id, redirectUri })
  const visitor = app.visitor()
  await ask(visitor, device, { scope: 'openid email' })
  const { username, password } = person
  const { access_token } = await takeTokens(device, await visitor.press('Sign in', { username, password }))
  const readAddress = async () =>
    (await fetchUserInfo(device.config, access_token, person.id, { DPoP: device.DPoP })).email
  expect(await readAddress()).toBe(person.username)
  await rename(admin, person.id, person.next)
  expect(await readAddress()).toBeUndefined()
  await approve(second, person.id)
  expect(await readAddress()).toBe(person.next)
})

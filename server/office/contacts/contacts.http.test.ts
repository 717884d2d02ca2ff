import { afterAll, beforeAll, expect, test } from 'vitest'
import { noRights } from '../../../shared/contract/rights.ts'
import { readResetMail } from '../../../tests/support/mails/reset-mail.ts'
import { addAdministrator, asJson, signedInAt } from '../../../tests/support/people/administrators.ts'
import { ava, buyer, nextMailOf, riley, save, signIn } from '../../../tests/support/people/reset-steps-http.ts'
import { addRetailer, addTerritory } from '../../../tests/support/people/retailers.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'

let app: TestApp
let admin: Visitor
beforeAll(async () => {
  app = await startTestApp()
  admin = await signedInAt(app, ava, app.passwordOf(ava))
})
afterAll(() => app.stop())

const command = async (address: string, body: object = {}) => asJson(await admin.postJson(`/api/${address}`, body))
const read = async (address: string) => asJson(await admin.get(`/api/${address}`)).body

test('7.4.2 withdrawing access ends every session and reset immediately, and restoring it keeps the old password', async () => {
  const id = await app.accountId('HV1001')
  const contact = await signedInAt(app, 'HV1001', app.passwordOf('HV1001'))
  expect((await command(`contacts/${id}/password-reset`)).body.text).toContain(buyer)
  const { path, code } = readResetMail(await nextMailOf(app, { to: buyer, subject: 'Reset your password' }))

  expect((await command(`contacts/${id}/withdraw-access`)).body.kind).toBe('withdrawn')
  expect((await contact.get('/account')).location).toBe('/sign-in')
  expect((await save(app.visitor(), path, { code })).status).not.toBe(303)
  const refused = await signIn(app.visitor(), 'HV1001', app.passwordOf('HV1001'))
  const unknown = await signIn(app.visitor(), 'HV1001', 'wrong')
  expect([refused.status, unknown.status]).toEqual([401, 401])
  expect((await read(`contacts/${id}`)).status).toBe('no-access')
  expect((await command(`contacts/${id}/withdraw-access`)).body.kind).toBe('was-without')

  expect((await command(`contacts/${id}/restore-access`)).body.kind).toBe('restored')
  await signedInAt(app, 'HV1001', app.passwordOf('HV1001'))
  expect((await contact.get('/account')).location).toBe('/sign-in')
})

test('J12 6.4.6 a new contact has no password, and chooses one through the email that an administrator sends', async () => {
  const retailerId = await addRetailer(app)
  const contact = { retailerId, givenName: 'Ines', familyName: 'Sorrel', role: 'Owner' }
  const email = 'ines@sorrel.example'
  const made = await command('contacts', { ...contact, username: 'SORREL-1', email })
  expect(made.body.kind).toBe('added')
  expect((await read(`contacts/${made.body.id}`)).status).toBe('no-password')
  const sent = await command(`contacts/${made.body.id}/password-reset`)
  const { path, code } = readResetMail(await nextMailOf(app, { to: email, subject: 'Reset your password' }))
  expect(JSON.stringify(sent.body)).not.toContain(code)
  expect((await save(app.visitor(), path, { code })).location).toBe('/sign-in')
  expect((await read(`contacts/${made.body.id}`)).status).toBe('active')
})

test("usernames are unique across accounts, an address as username must be the contact's own, and an email address may be shared", async () => {
  const retailerId = await addRetailer(app)
  const email = 'both@shared.example'
  const add = async (username: string, more: object = {}) => {
    const contact = { retailerId, givenName: 'Bo', familyName: 'Both', role: '', username, email, ...more }
    const { body } = await command('contacts', contact)
    return body.kind ?? body.problem.kind
  }
  expect(await add('BOTH-1')).toBe('added')
  expect(await add('BOTH-2')).toBe('added')
  expect(await add('Both@Shared.example')).toBe('added')
  expect(await add('both-1')).toBe('taken')
  expect(await add(riley)).toBe('bad-contact-name')
  expect(await add(riley, { email: riley })).toBe('taken')
  expect(await add('  ')).toBe('bad-username')
  expect(await add('BOTH-3', { retailerId: await app.accountId(riley) })).toBe('no-such-retailer')
  const { contacts } = await read(`retailers/${retailerId}`)
  expect(contacts.map(({ username }: { username: string }) => username).toSorted()).toEqual([
    'BOTH-1',
    'BOTH-2',
    'Both@Shared.example',
  ])
})

test('a user is not a contact, and the right to contacts gives no access to users', async () => {
  const { visitor } = await addAdministrator(app, { rights: { ...noRights, retailers: 'write' } })
  const id = await app.accountId(riley)
  expect((await visitor.get(`/api/contacts/${id}`)).status).toBe(404)
  for (const what of ['password-reset', 'withdraw-access', 'restore-access'])
    expect((await visitor.postJson(`/api/contacts/${id}/${what}`, {})).status, what).toBe(404)
  await signedInAt(app, riley, app.passwordOf(riley))
})

test("a retailer's account number is unique, and a territory in use is kept", async () => {
  const territoryId = await addTerritory(app, 'North shore')
  const shop = { name: 'Deli', accountNumber: 'D-1', territoryId }
  const made = await command('retailers', shop)
  expect((await command('retailers', shop)).body.problem.kind).toBe('number-taken')
  expect((await command('retailers', { ...shop, territoryId: made.body.id })).body.problem.kind).toBe(
    'no-such-territory',
  )
  expect((await command(`territories/${territoryId}/remove`)).body.problem.kind).toBe('territory-in-use')
  const other = { ...shop, accountNumber: 'HV1001', status: 'open' }
  expect((await command(`retailers/${made.body.id}`, other)).body.problem.kind).toBe('number-taken')
  const closed = { ...shop, territoryId: null, status: 'closed' }
  expect((await command(`retailers/${made.body.id}`, closed)).body.kind).toBe('changed')
  expect((await read('retailers?search=D-1&status=closed')).total).toBe(1)
  expect((await command('territories', { name: 'North shore' })).body.problem.kind).toBe('territory-taken')
  expect((await command(`territories/${territoryId}`, { name: 'South shore' })).body.kind).toBe('renamed')
  expect((await command(`territories/${territoryId}/remove`)).body.kind).toBe('removed')
  expect((await command(`territories/${territoryId}/remove`)).body.problem.kind).toBe('no-such-territory')
})

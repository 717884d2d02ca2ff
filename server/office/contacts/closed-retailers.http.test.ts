import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readResetMail } from '../../../tests/support/mails/reset-mail.ts'
import { asJson, signedInAt } from '../../../tests/support/people/administrators.ts'
import { ava, buyer, nextMailOf, pastQuiet, save, signIn } from '../../../tests/support/people/reset-steps-http.ts'
import { addContact } from '../../../tests/support/people/retailers.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'

let app: TestApp
let admin: Visitor
let retailerId: string
beforeAll(async () => {
  app = await startTestApp()
  retailerId = await idOf('HV1001')
})
beforeEach(async () => {
  admin = await signedInAt(app, ava, app.passwordOf(ava))
  await setStatus('open')
})
afterAll(() => app.stop())

async function idOf(accountNumber: string): Promise<string> {
  const found = await app.database.pool.query('select id from retailers where account_number = $1', [accountNumber])
  return found.rows[0].id
}

const command = async (path: string, body: object = {}) => asJson(await admin.postJson(`/api/${path}`, body)).body
const read = async (path: string) => asJson(await admin.get(`/api/${path}`)).body
const setStatus = (status: 'open' | 'closed') =>
  command(`retailers/${retailerId}`, { name: 'Corner Store', accountNumber: 'HV1001', territoryId: null, status })

test('7.4.2 closing a retailer locks its contacts out immediately, and opening it lets them in with the old password', async () => {
  const id = await app.accountId('HV1001')
  const without = await addContact(app, { retailerId })
  await command(`contacts/${without}/withdraw-access`)
  const contact = await signedInAt(app, 'HV1001', app.passwordOf('HV1001'))
  await command(`contacts/${id}/password-reset`)
  const { path, code } = readResetMail(await nextMailOf(app, { to: buyer, subject: 'Reset your password' }))

  const closed = await setStatus('closed')
  expect(closed.text).toBe(
    'Corner Store is saved. None of its contacts can sign in until it is open again. Sessions ended: 1.',
  )
  expect((await contact.get('/account')).location).toBe('/sign-in')
  expect((await save(app.visitor(), path, { code })).status).not.toBe(303)
  const refused = await signIn(app.visitor(), 'HV1001', app.passwordOf('HV1001'))
  const unknown = await signIn(app.visitor(), 'HV1001', 'wrong')
  expect([refused.status, refused.html.length]).toEqual([401, unknown.html.length])
  const details = await read(`contacts/${id}`)
  expect(details.status).toBe('retailer-closed')
  expect(details.diagnosis).toMatchObject({ obstacle: 'retailer-closed', by: ava })
  expect((await setStatus('closed')).text).toBe('Corner Store is saved.')

  pastQuiet(app)
  await app.visitor().post('/reset', { username: 'HV1001' })
  const why = await nextMailOf(app, { to: buyer, subject: 'About signing in' })
  expect(why.text).toContain('The retailer that it belongs to is closed.')

  await setStatus('open')
  await signedInAt(app, 'HV1001', app.passwordOf('HV1001'))
  expect((await read(`contacts/${without}`)).status).toBe('no-access')
})

test('access restored while the retailer is closed takes effect when it opens', async () => {
  const id = await addContact(app, { retailerId })
  await command(`contacts/${id}/withdraw-access`)
  await setStatus('closed')
  expect((await command(`contacts/${id}/restore-access`)).text).toContain(
    'can sign in again once the retailer is open.',
  )
  await setStatus('open')
  expect((await read(`contacts/${id}`)).status).toBe('no-password')
})

test('7.5.3 closing needs a sign-in within the last ten minutes, because it signs people out', async () => {
  app.clock.advance(10 * 60 + 1)
  expect((await setStatus('closed')).problem.kind).toBe('confirm-first')
})

test('closing a retailer while contacts are added and changed causes no fault and leaves no contact signed in', async () => {
  const ids = await Promise.all(Array.from({ length: 6 }, () => addContact(app, { retailerId })))
  const person = { givenName: 'Al', familyName: 'Alder', role: '' }
  const answers = await Promise.all([
    setStatus('closed'),
    ...ids.map((id, index) =>
      command(`contacts/${id}/address`, { username: `ALDER-${index}`, email: 'al@alder.example' }),
    ),
    command('contacts', { ...person, retailerId, username: 'ALDER-NEW', email: 'al@alder.example' }),
    setStatus('closed'),
  ])
  expect(answers.map(({ kind }) => kind)).toEqual(['changed', ...Array(6).fill('changed'), 'added', 'changed'])
  const { contacts } = await read(`retailers/${retailerId}`)
  expect(contacts.every(({ status }: { status: string }) => status === 'retailer-closed')).toBe(true)
})

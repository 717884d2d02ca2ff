import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noRights } from '../../../shared/contract/rights.ts'
import { readResetMail } from '../../../tests/support/mails/reset-mail.ts'
import { addAdministrator, asJson, fullRights, signedInAt } from '../../../tests/support/people/administrators.ts'
import { ava, nextMailOf, save, until } from '../../../tests/support/people/reset-steps-http.ts'
import { addContact, addRetailer } from '../../../tests/support/people/retailers.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'
import { createDecideReset } from '../../entry/recovery/request-reset.ts'
import { createInviteContacts } from './invite-contacts.job.ts'

let app: TestApp
let admin: Visitor
beforeAll(async () => {
  app = await startTestApp()
  admin = await signedInAt(app, ava, app.passwordOf(ava))
})
afterAll(() => app.stop())

const rounds = '/api/invitation-rounds'
const read = async (path: string) => asJson(await admin.get(`${rounds}/${path}`)).body
const post = async (path: string, body: object = {}) => asJson(await admin.postJson(`${rounds}${path}`, body)).body
const prepare = (ids: string[], more: object = {}) => post('', { id: randomUUID(), contacts: { ids }, ...more })
const peopleOf = async (id: string) => (await read(`${id}/people`)).people
const mailsTo = (address: string) => app.smtp.received.filter(({ to }) => to === address).length
const isDone = (id: string) => until(async () => (await read(id)).state === 'done', 'the end of the round')
const set = (sql: string, id: string) => app.database.pool.query(sql, [id])

test('the preview names who is left out and why, and sends nothing', async () => {
  const closed = await addRetailer(app, 'Closed Shop')
  await set('update retailers set is_active = false where id = $1', closed)
  const people = {
    ready: await addContact(app, { email: 'ready@preview.example' }),
    accepted: await addContact(app, { passwordHash: 'x' }),
    'retailer-closed': await addContact(app, { retailerId: closed }),
    'no-access': await addContact(app),
    inactive: await addContact(app),
    locked: await addContact(app),
    'no-email': await addContact(app, { email: '' }),
    'email-failing': await addContact(app, { email: 'gone@preview.example' }),
    'invited-lately': await addContact(app),
  }
  await set('update contacts set has_website_access = false where account_id = $1', people['no-access'])
  await set('update accounts set is_active = false where id = $1', people.inactive)
  await set('update accounts set locked_at = now() where id = $1', people.locked)
  await app.database.pool.query(`insert into failing_addresses (address, since, why, bounced_at)
    values ('gone@preview.example', now(), 'No such mailbox', now())`)
  await app.database.pool.query('update accounts set invited_at = $2 where id = $1', [
    people['invited-lately'],
    app.clock.now(),
  ])
  const round = await prepare(Object.values(people))
  expect(round).toMatchObject({ state: 'draft', ready: 1, asked: 0 })
  const found = Object.fromEntries(
    (await peopleOf(round.id)).map((one: { id: string; reason: string }) => [one.id, one.reason ?? 'ready']),
  )
  expect(found).toEqual(Object.fromEntries(Object.entries(people).map(([reason, id]) => [id, reason])))
  expect(mailsTo('ready@preview.example')).toBe(0)
})

test('a round is sent once however often the button is pressed, and shows the outcome of each person', async () => {
  const contact = await addContact(app, { email: 'once@round.example' })
  const round = await prepare([contact])
  const answers = await Promise.all([
    post(`/${round.id}/send`),
    post(`/${round.id}/send`),
    post('', { id: round.id, contacts: { ids: [contact] } }),
  ])
  expect(
    answers
      .slice(0, 2)
      .map(({ kind }) => kind)
      .toSorted(),
  ).toEqual(['sending', 'sent-before'])
  const { path, code } = readResetMail(
    await nextMailOf(app, { to: 'once@round.example', subject: 'Choose your password' }),
  )
  await isDone(round.id)
  await until(async () => (await peopleOf(round.id))[0].mail === 'sent', 'the email')
  expect(await peopleOf(round.id)).toMatchObject([{ id: contact, outcome: 'asked', hasAccepted: false }])
  expect(mailsTo('once@round.example')).toBe(1)
  expect((await save(app.visitor(), path, { code })).status).toBe(303)
  expect(await read(round.id)).toMatchObject({ asked: 1, accepted: 1 })
})

test('a later round leaves out who accepted and who was invited lately, and invites the others again', async () => {
  const name = `Repeat ${randomUUID()}`
  const retailerId = await addRetailer(app, name)
  const lately = await addContact(app, { retailerId, email: 'lately@repeat.example' })
  await addContact(app, { retailerId, passwordHash: 'x' })
  const contacts = { filter: { search: name } }
  const first = await post('', { id: randomUUID(), contacts })
  await post(`/${first.id}/send`)
  await isDone(first.id)
  await until(async () => mailsTo('lately@repeat.example') === 1, 'the invitation')

  const second = await post('', { id: randomUUID(), contacts })
  expect(second.ready).toBe(0)
  expect(second.leftOut).toEqual(
    expect.arrayContaining([
      { reason: 'accepted', count: 1 },
      { reason: 'invited-lately', count: 1 },
    ]),
  )
  app.clock.advance(25 * 3600)
  admin = await signedInAt(app, ava, app.passwordOf(ava))
  const third = await post('', { id: randomUUID(), contacts, notWithinDays: 1 })
  expect(third.ready).toBe(1)
  expect(
    (await peopleOf(third.id)).map((one: { id: string; outcome: string }) => [one.id, one.outcome]),
  ).toContainEqual([lately, 'ready'])
})

test('a person who changed after the preview is judged again, and a lost right invites no one', async () => {
  const [contact, other] = [await addContact(app, { email: 'late@judged.example' }), await addContact(app)]
  const round = await prepare([contact])
  await set('update contacts set has_website_access = false where account_id = $1', contact)
  await post(`/${round.id}/send`)
  await isDone(round.id)
  expect(await peopleOf(round.id)).toMatchObject([{ outcome: 'left-out', reason: 'no-access' }])

  const lesser = await addAdministrator(app, { rights: { ...noRights, retailers: 'write' }, signsIn: false })
  const authority = { actor: 'administrator', actorAccountId: lesser.accountId ?? '', network: '', device: '' } as const
  const id = randomUUID()
  await app.actions.prepareInvitations({ round: { id, contacts: { ids: [other] }, notWithinDays: 7 }, authority })
  await set(
    `update roles set retailers = 'read' where id = (select role_id from users where account_id = $1)`,
    lesser.accountId ?? '',
  )
  await app.actions.sendInvitations({ id, authority })
  await isDone(id)
  expect(await peopleOf(id)).toMatchObject([{ outcome: 'left-out', reason: 'not-allowed' }])
})

test('a round gives way while a hundred emails wait, and can be stopped', async () => {
  const name = `Many ${randomUUID()}`
  const retailerId = await addRetailer(app, name)
  await app.database.pool.query(
    `with people as (insert into accounts (kind, username, username_key, given_name, created_at)
       select 'contact', 'MANY' || n, 'many' || n, 'Mo', now() from generate_series(1, 130) n returning id)
     insert into contacts (account_id, retailer_id, email, has_website_access)
     select id, $1, 'many@round.example', true from people`,
    [retailerId],
  )
  const release = app.smtp.hold()
  const round = await post('', { id: randomUUID(), contacts: { filter: { search: name } } })
  expect(round.ready).toBe(130)
  await post(`/${round.id}/send`)
  await until(async () => (await read(round.id)).asked === 100, 'a hundred invitations')
  await createInviteContacts({ ...app.ground, decideReset: createDecideReset(app.ground) })()
  expect(await read(round.id)).toMatchObject({ state: 'sending', asked: 100, waiting: 30 })
  expect((await post(`/${round.id}/stop`)).text).toBe('Stopped. Not invited: 30.')
  release()
  expect(await read(round.id)).toMatchObject({ state: 'done', waiting: 0, leftOut: [{ reason: 'stopped', count: 30 }] })
  const page = await read(`${round.id}/people?reason=stopped&size=20`)
  const next = await read(`${round.id}/people?reason=stopped&size=20&after=${page.people.at(-1).id}`)
  expect([page.people.length, page.hasMore, next.people.length, next.hasMore]).toEqual([20, true, 10, false])
})

test('an administrator without the right to write can neither prepare, send nor stop', async () => {
  const { visitor } = await addAdministrator(app, { rights: { ...fullRights, retailers: 'read' } })
  const round = await prepare([await addContact(app)])
  for (const path of ['', `/${round.id}/send`, `/${round.id}/stop`]) {
    expect((await visitor.postJson(`${rounds}${path}`, { id: randomUUID(), contacts: { filter: {} } })).status).toBe(
      403,
    )
  }
  expect((await read(round.id)).state).toBe('draft')
  expect(asJson(await admin.get(`${rounds}/${randomUUID()}`)).status).toBe(404)
})

import { Kysely, PostgresDialect } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goodPassword, readResetMail } from '../../../tests/support/mails/reset-mail.ts'
import { addRep } from '../../../tests/support/people/administrators.ts'
import {
  askForMail,
  ava,
  buyer,
  dan,
  findRequestState,
  ian,
  nextMailOf,
  pastQuiet,
  riley,
  save,
  signIn,
  untilDecided,
  wrongCode,
} from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { insertUser } from '../../people/accounts/accounts.store.ts'
import type { Database } from '../../platform/database/tables.ts'
import { createRequestOwnReset } from './request-own-reset.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

const caller = { network: '192.0.2.7', device: 'Chrome on Android' }

test('6.3.8 runs the same statements for every name on a reset request, and decides nothing before the answer', async () => {
  const statements: string[] = []
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: app.database.pool }),
    log: ({ query }) => void statements.push(query.sql),
  })
  const requestReset = () => Promise.reject(new Error('a stranger decides'))
  const requestOwnReset = createRequestOwnReset({ ...app.ground, db, requestReset })
  const statementsFor = async (username: string, deviceToken?: string) => {
    statements.length = 0
    const asked = await requestOwnReset({ by: { username }, caller, deviceToken })
    return [asked.kind, ...statements]
  }
  const known = await statementsFor(riley)
  expect(known).toEqual(['heard', expect.stringContaining('insert into "reset_asks"')])
  for (const name of ['nobody@harbourvale.example', ian, 'HV1001', 'JSMITH', 'a\u200bb', '']) {
    expect(await statementsFor(name)).toEqual(known)
  }
  const cookie = 'x'.repeat(43)
  expect(await statementsFor('nobody@harbourvale.example', cookie)).toEqual(await statementsFor(riley, cookie))
})

test('ends a request as not delivered if no worker has processed it for an hour', async () => {
  await app.database.db
    .insertInto('reset_asks')
    .values({
      ...caller,
      account_id: await app.accountId(ava),
      handle_hash: null,
      asked_at: new Date(app.clock.now().getTime() - 3600_000),
    })
    .execute()
  await untilDecided(app)
  await expect.poll(() => findRequestState(app, ava)).toBe('not-delivered')
  // The alarm about unsent email counts from the request, not from when a worker processed it.
  const { rows } = await app.database.pool.query(
    `select m.created_at as queued, r.asked_at as requested from mail_messages m
       join reset_requests r on r.id = m.subject_id where m.account_id = $1 order by r.asked_at limit 1`,
    [await app.accountId(ava)],
  )
  expect(rows).toEqual([{ queued: rows[0]?.requested, requested: new Date(app.clock.now().getTime() - 3600_000) }])
})

test('leaves nothing behind for a request whose account was deleted', async () => {
  const id = await app.database.db.transaction().execute(tx =>
    insertUser(tx, {
      username: 'gone@harbourvale.example',
      usernameKey: 'gone@harbourvale.example',
      givenName: '',
      familyName: '',
      userType: 'scan',
      hasLicence: false,
      isActive: false,
      emailTo: null,
      passwordHash: null,
      createdAt: app.clock.now(),
    }),
  )
  if (id === undefined) throw new Error('The account could not be added')
  await app.database.pool.query('delete from accounts where id = $1', [id])
  await app.database.db
    .insertInto('reset_asks')
    .values({ ...caller, account_id: id, handle_hash: null, asked_at: app.clock.now() })
    .execute()
  await untilDecided(app)
  await askForMail(app, 'HV1001', buyer)
})

test("J11 sends a new email within the same minute when an exhausted link's button is pressed", async () => {
  const { username: rep } = await addRep(app)
  const { path, code } = await askForMail(app, rep)
  const person = app.visitor()
  for (let attempt = 0; attempt < 5; attempt += 1) await save(person, path, { code: wrongCode(code) })
  expect((await person.get(path)).heading).toBe('Too many wrong codes')
  await person.press('Send a new email')
  const fresh = readResetMail(await nextMailOf(app, { to: rep, subject: 'Reset your password' }))
  expect(fresh.path).not.toBe(path)
})

test('sends nothing for a second request while a link works, regardless of the sender', async () => {
  const { username: rep } = await addRep(app)
  await askForMail(app, rep)
  await app.visitor().post('/reset', { username: rep })
  await untilDecided(app)
  const queued = await app.database.pool.query('select from mail_messages where recipient = $1', [rep])
  expect(queued.rowCount).toBe(1)
})

test("lets the reader of the newest email continue when strangers have used up the account's limits", async () => {
  const { username: rep } = await addRep(app)
  const { path: older } = await askForMail(app, rep)
  pastQuiet(app)
  const { path: newest } = await askForMail(app, rep)
  const asked = Array.from({ length: 20 }, () => ({
    account_id: '',
    asked_by: 'self' as const,
    asked_by_account_id: null,
    asked_at: app.clock.now(),
    network: '192.0.2.1',
    device_hash: null,
    deliver_by: app.clock.now(),
    state: 'not-delivered' as const,
    sent_at: null,
    ended_at: app.clock.now(),
  }))
  const account_id = await app.accountId(rep)
  await app.database.db
    .insertInto('reset_requests')
    .values(asked.map(request => ({ ...request, account_id })))
    .execute()
  app.clock.advance(11 * 60)
  const countMails = () => app.smtp.received.filter(({ to }) => to === rep).length
  const before = countMails()
  await app.visitor().post('/reset', { username: rep })
  await app.visitor().post(`${older}/again`)
  await untilDecided(app)
  expect(countMails()).toBe(before)
  await app.visitor().post(`${newest}/again`)
  const fresh = readResetMail(await nextMailOf(app, { to: rep, subject: 'Reset your password' }))
  expect((await save(app.visitor(), fresh.path, { code: fresh.code })).status).toBe(303)
})

test('6.1.1 lets a person sign in right after a reset while strangers keep guessing', async () => {
  const { username: rep } = await addRep(app)
  const { path, code } = await askForMail(app, rep)
  const person = app.visitor()
  await save(person, path, { code })
  const guess = () => signIn(app.visitor('198.51.100.66'), rep, 'wrong')
  for (let failure = 0; failure < 6; failure += 1) await guess()
  expect((await guess()).status).toBe(429)
  expect((await signIn(app.visitor(), rep, goodPassword)).status).toBe(429)
  expect((await signIn(person, rep, goodPassword)).location).toBe('/account')
})

test('tells everyone on the page after OK what helps: the newest email, or a call to the office', async () => {
  const person = app.visitor()
  await person.post('/reset', { username: dan })
  const page = await person.get('/reset/sent')
  expect(page.html).toContain('use the newest email')
  expect(page.html).toContain('call your office')
  expect(page.html).not.toContain('is on its way to its')
})

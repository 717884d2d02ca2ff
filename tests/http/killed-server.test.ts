import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertUser } from '../../server/accounts/accounts.store.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { readResetMail } from '../support/reset-mail.ts'
import { findRequestState, nextMailOf, save, until } from '../support/reset-steps-http.ts'
import { startServerProcess } from '../support/server-process.ts'

/** Each is asked for once, so that no mail of a moment ago stands in the way of another. */
const people = Array.from({ length: 14 }, (_, index) => `rep${index}@harbourvale.example`)
const somebody = {
  userType: 'device',
  givenName: '',
  familyName: '',
  isActive: true,
  hasLicence: true,
  emailTo: null,
  passwordHash: null,
  createdAt: new Date(0),
} as const
const [riley = '', nina = '', sam = '', ...others] = people

/** Serves on; the processes that are killed run beside it. */
let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  // The demo's people, without its mark: these processes are production.
  await app.database.db.updateTable('organisation').set({ is_demo: false }).execute()
  await app.database.db.transaction().execute(async tx => {
    for (const username of people) await insertUser(tx, { ...somebody, username, usernameKey: username })
  })
})
afterAll(() => app.stop())

const resetMails = (to: string) =>
  app.smtp.received.filter(mail => mail.to === to && mail.subject === 'Reset your password')

test('a reset that was acknowledged survives a kill -9 right after, and is mailed once', async () => {
  const server = await startServerProcess(app)
  const asked = await server.visitor('198.51.100.1').post('/reset', { username: riley })
  await server.kill()
  expect(asked.status).toBe(303)
  const { path, code } = readResetMail(await nextMailOf(app, { to: riley, subject: 'Reset your password' }))
  await until(async () => (await findRequestState(app, riley)) === 'sent')
  expect((await save(app.visitor(), path, { code })).status).toBe(303)
})

test('a mail made and handed over, but not acknowledged before the kill, comes again and replaces the first', async () => {
  const server = await startServerProcess(app)
  const release = app.smtp.hold()
  // Both processes may take the job: what is held is not acknowledged, whoever sent it.
  await server.visitor('198.51.100.2').post('/reset', { username: nina })
  const first = readResetMail(await nextMailOf(app, { to: nina, subject: 'Reset your password' }))
  await server.kill()
  release()
  await until(async () => (await findRequestState(app, nina)) === 'sent')
  const newest = readResetMail(resetMails(nina).at(-1) ?? resetMails(nina)[0] ?? ({} as never))
  if (newest.path !== first.path) {
    const replaced = await app.visitor().get(first.path)
    expect([replaced.status, replaced.heading]).toEqual([410, 'This link was replaced'])
  }
  expect((await save(app.visitor(), newest.path, { code: newest.code })).status).toBe(303)
  expect(resetMails(nina).length).toBeLessThanOrEqual(2)
})

test('wherever a server is killed, each acknowledged request becomes a mail that works, and at most one more', async () => {
  let acknowledged = 0
  for (const [round, username] of others.entries()) {
    const server = await startServerProcess(app)
    const asking = server
      .visitor(`198.51.100.${10 + round}`)
      .post('/reset', { username })
      .catch(() => undefined)
    // A little later each time: before the commit, at the hand-over, after it.
    for (let look = 0; look < round * 2; look += 1) await app.database.pool.query('select pg_sleep(0.004)')
    await server.kill()
    const asked = await asking
    if (asked?.status !== 303) continue
    acknowledged += 1
    await until(async () => (await findRequestState(app, username)) === 'sent')
    const mails = resetMails(username)
    expect([1, 2]).toContain(mails.length)
    const newest = readResetMail(mails.at(-1) as never)
    expect((await save(app.visitor(), newest.path, { code: newest.code })).status).toBe(303)
  }
  expect(acknowledged).toBeGreaterThan(0)
})

test('SIGTERM lets the hand-over that runs finish, and ends with 0', async () => {
  const server = await startServerProcess(app)
  await server.visitor('198.51.100.30').post('/reset', { username: sam })
  expect(await server.stop()).toBe(0)
  await until(async () => (await findRequestState(app, sam)) === 'sent')
  await expect(server.visitor('198.51.100.30').get('/healthz')).rejects.toThrow('ECONNREFUSED')
})

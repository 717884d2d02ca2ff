import { afterAll, beforeAll, expect, test } from 'vitest'
import { readResetMail } from '../../tests/support/mails/reset-mail.ts'
import { findRequestState, nextMailOf, save, until } from '../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../tests/support/servers/app.ts'
import {
  type ServerProcess,
  startServerProcess,
  stopServerProcesses,
} from '../../tests/support/servers/server-process.ts'
import { insertUser } from '../people/accounts/accounts.store.ts'

/** One user for each reset, so that no recent email blocks the next one. */
const people = Array.from({ length: 6 }, (_, index) => `rep${index}@harbourvale.example`)
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

/** Keeps serving; the processes that are killed run beside it. */
let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  // The demo's people, without its mark: these processes are production.
  await app.database.db.updateTable('organisation').set({ is_demo: false }).execute()
  await app.database.db.transaction().execute(async tx => {
    for (const username of people) await insertUser(tx, { ...somebody, username, usernameKey: username })
  })
})
afterAll(async () => {
  await stopServerProcesses()
  await app.stop()
})

/**
 * Retries like a browser that obeys Retry-After: on a slow machine, a server answers right after its start that it is
 * too busy.
 */
async function askUntilTaken(server: ServerProcess, { address, username }: { address: string; username: string }) {
  for (;;) {
    const asked = await server.visitor(address).post('/reset', { username })
    if (asked.status !== 503) return asked
  }
}

const resetMails = (to: string) =>
  app.smtp.received.filter(mail => mail.to === to && mail.subject === 'Reset your password')

test('a reset that was acknowledged survives an immediate kill -9 and is emailed once', async () => {
  const server = await startServerProcess(app)
  const asked = await askUntilTaken(server, { address: '198.51.100.1', username: riley })
  await server.kill()
  expect(asked.status).toBe(303)
  const { path, code } = readResetMail(await nextMailOf(app, { to: riley, subject: 'Reset your password' }))
  await until(async () => (await findRequestState(app, riley)) === 'sent')
  expect((await save(app.visitor(), path, { code })).status).toBe(303)
})

test('an email that was sent but not acknowledged before the kill is sent again and replaces the first', async () => {
  const server = await startServerProcess(app)
  const release = app.smtp.hold()
  // Either process may take the job: an email that is held back is unacknowledged in both.
  await askUntilTaken(server, { address: '198.51.100.2', username: nina })
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

/** The moments of the kill. At each one the request may be acknowledged or not. */
const moments: Record<string, (username: string) => Promise<unknown>> = {
  'while it reads the request': async () => {},
  'as soon as the request is recorded': username =>
    until(async () => (await findRequestState(app, username)) !== undefined),
  'as soon as the mail has arrived': username => until(async () => resetMails(username).length > 0),
}

test.each(Object.entries(moments))(
  'after the server is killed %s, an acknowledged request becomes an email that works, and at most one more',
  async (_, moment) => {
    const username = others.pop() ?? ''
    const server = await startServerProcess(app)
    const address = `198.51.100.${10 + others.length}`
    const asking = askUntilTaken(server, { address, username }).catch(() => undefined)
    await moment(username)
    await server.kill()
    const asked = await asking
    if (asked?.status !== 303 && (await findRequestState(app, username)) === undefined) return
    await until(async () => (await findRequestState(app, username)) === 'sent')
    const mails = resetMails(username)
    expect([1, 2]).toContain(mails.length)
    const newest = readResetMail(mails.at(-1) as never)
    expect((await save(app.visitor(), newest.path, { code: newest.code })).status).toBe(303)
  },
)

test('SIGTERM lets a running delivery attempt finish, and the server exits with 0', async () => {
  const server = await startServerProcess(app)
  await askUntilTaken(server, { address: '198.51.100.30', username: sam })
  expect(await server.stop()).toBe(0)
  await until(async () => (await findRequestState(app, sam)) === 'sent')
  await expect(server.visitor('198.51.100.30').get('/healthz')).rejects.toThrow('ECONNREFUSED')
})

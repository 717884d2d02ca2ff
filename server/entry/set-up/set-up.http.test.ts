import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBlocker } from '../../../tests/support/databases/blocker.ts'
import { goodPassword } from '../../../tests/support/mails/reset-mail.ts'
import { asJson } from '../../../tests/support/people/administrators.ts'
import { signIn } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'

const apps: TestApp[] = []
afterAll(() => Promise.all(apps.map(app => app.stop())))

const first = 'first.admin@quay.example'
const form = {
  organisation: 'Quay & Sons',
  contactLine: 'Ask Jo: +44 1632 960 111.',
  username: first,
  givenName: 'Jo',
  familyName: 'Quay',
  newPassword: goodPassword,
  confirmPassword: goodPassword,
}

async function startEmpty(): Promise<{ app: TestApp; link: string }> {
  const app = await startTestApp({ isEmpty: true })
  apps.push(app)
  return { app, link: await linkOf(app) }
}

async function linkOf({ actions, url }: TestApp): Promise<string> {
  const link = await actions.makeSetUpLink()
  if (!link?.startsWith(`${url}/set-up/`)) throw new Error(`No link to the set-up: ${link}`)
  return link.slice(url.length)
}

async function countUsers({ database }: TestApp): Promise<number> {
  return (await database.pool.query('select 1 from users')).rowCount ?? 0
}

test('6.3.2 7.6.2 names the organisation and adds the first administrator without signing them in', async () => {
  const { app, link } = await startEmpty()
  const person = app.visitor()
  expect((await person.get(link)).heading).toBe('Set up Fieldkey')
  expect(await countUsers(app)).toBe(0)
  const page = await person.press('Set up', form)
  expect(page.heading).toBe('Sign in')
  expect(page.html).toContain('Fieldkey is set up')
  expect(page.html).toContain('Quay &amp; Sons')
  expect(page.html).toContain('Ask Jo: +44 1632 960 111.')
  expect((await person.get('/account')).location).toBe('/sign-in')

  expect((await signIn(person, first, goodPassword)).status).toBe(303)
  const { rights } = asJson(await person.get('/api/administrator')).body
  expect(new Set(Object.values(rights))).toEqual(new Set(['write']))
  const { rows } = await app.database.pool.query(
    `select actor, account_id, details from audit_events where action = 'set-up-completed'`,
  )
  expect(rows).toEqual([{ actor: 'self', account_id: await app.accountId(first), details: {} }])
})

test('adds an administrator for exactly one of 20 concurrent requests, and then the link has ended', async () => {
  const { app, link } = await startEmpty()
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => app.visitor().post(link, { ...form, username: `racer${n}@quay.example` })),
  )
  const statuses = answers.map(({ status }) => status)
  expect(statuses.filter(status => status === 303)).toHaveLength(1)
  expect(statuses.filter(status => status === 410)).toHaveLength(19)
  expect(await countUsers(app)).toBe(1)
  const page = await app.visitor().get(link)
  expect([page.status, page.heading]).toEqual([410, 'Fieldkey is already set up'])
})

test('prints a link on each of several servers, and the first user ends them all, however that user was added', async () => {
  const { app, link } = await startEmpty()
  const beside = await startTestApp({ beside: app })
  const other = await linkOf(app)
  expect((await beside.visitor().get(link)).status).toBe(200)
  expect((await beside.visitor().get(other)).status).toBe(200)
  await beside.stop()
  const user = { username: first, userType: 'admin', givenName: 'Jo', familyName: 'Quay' } as const
  await app.actions.addUser({ user: { ...user, emailTo: null, roleId: null }, authority: { actor: 'command-line' } })
  for (const each of [link, other]) {
    expect((await app.visitor().get(each)).status).toBe(410)
    expect((await app.visitor().post(each, { ...form, username: 'late@quay.example' })).status).toBe(410)
  }
  expect(await countUsers(app)).toBe(1)
  expect(await app.actions.makeSetUpLink()).toBeUndefined()
})

test('serialises a user added at the server with the form that is being saved', async () => {
  const { app, link } = await startEmpty()
  const adding = await openBlocker(app.database.pool)
  await adding.query(
    `with made as (insert into accounts (kind, username, username_key, created_at)
       values ('user', 'x@quay.example', 'x@quay.example', now()) returning id)
     insert into users (account_id, user_type) select id, 'admin' from made`,
  )
  const saving = app.visitor().post(link, form)
  await adding.untilBlocks()
  await adding.end('commit')
  expect((await saving).status).toBe(410)
  expect(await countUsers(app)).toBe(1)
})

let open: { app: TestApp; link: string }
beforeAll(async () => {
  open = await startEmpty()
})

test('6.1.2 6.2.1 shows each error at its field, keeps the other values, and judges the password with everything typed beside it', async () => {
  const { app, link } = open
  const refused = await app.visitor().post(link, {
    organisation: ' ',
    contactLine: 'Ask Jo.',
    username: 'JSMITH',
    givenName: 'Jo',
    familyName: '',
    newPassword: 'short',
    confirmPassword: 'short',
  })
  expect(refused.status).toBe(422)
  for (const text of ['Enter the name of the organisation', 'The @ is missing', 'Enter your surname'])
    expect(refused.html).toContain(text)
  expect(refused.html).toContain('at least 8 characters')
  expect(refused.html).toContain('value="Ask Jo."')
  expect(refused.html).not.toContain('value="short"')

  const own = { ...form, givenName: 'Wilhelmina', familyName: 'Featherstonehaugh', organisation: 'Brackenthwaite' }
  for (const password of ['WilhelminaFeatherstonehaugh', 'Brackenthwaite2026'])
    expect(
      (await app.visitor().post(link, { ...own, newPassword: password, confirmPassword: password })).html,
    ).toContain('too easy to guess')
  expect((await app.visitor().post(link, { ...form, confirmPassword: 'another-one-58' })).html).toContain("don't match")
  expect(await countUsers(app)).toBe(0)
})

test('asks about an address that looks like a typo, and accepts it when it is sent again', async () => {
  const { app, link } = await startEmpty()
  const person = app.visitor()
  await person.get(link)
  const username = 'jo@quay.con'
  const asked = await person.press('Set up', { ...form, username })
  expect([asked.status, asked.html]).toEqual([422, expect.stringContaining('Did you mean jo@quay.com?')])
  expect(await countUsers(app)).toBe(0)
  const { newPassword, confirmPassword } = form
  expect((await person.press('Set up', { newPassword, confirmPassword })).heading).toBe('Sign in')
  expect(await app.accountId(username)).toBeDefined()
})

test('changes nothing when the link is opened, forbids caching, and logs no link', async () => {
  const { app, link } = open
  for (const address of [link, `/set-up/${'x'.repeat(43)}`, '/set-up/short']) {
    for (const answer of [await app.visitor().get(address), await app.visitor().head(address)]) {
      expect(answer.headers['cache-control']).toBe('no-store')
      expect(answer.headers['referrer-policy']).toBe('same-origin')
    }
  }
  expect((await app.visitor().get(`/set-up/${'x'.repeat(43)}`)).status).toBe(404)
  expect((await app.visitor().get(link)).status).toBe(200)
  expect(app.logged()).toContain('/set-up/…')
  expect(app.logged()).not.toContain(link.slice('/set-up/'.length))
  const { rows } = await app.database.pool.query('select handle_hash from set_up_links')
  expect(rows.map(row => row.handle_hash.length)).toEqual([32])
})

test('accepts the link for a day, and prints a new one at the next start', async () => {
  const { app, link } = await startEmpty()
  app.clock.advance(24 * 3600 - 1)
  expect((await app.visitor().get(link)).status).toBe(200)
  app.clock.advance(1)
  const page = await app.visitor().get(link)
  expect([page.status, page.heading]).toEqual([410, 'This link has expired'])
  expect((await app.visitor().post(link, form)).status).toBe(410)
  const next = await linkOf(app)
  expect((await app.visitor().get(next)).status).toBe(200)
  expect((await app.visitor().post(next, form)).status).toBe(303)
})

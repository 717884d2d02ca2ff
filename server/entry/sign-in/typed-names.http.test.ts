import { afterAll, beforeAll, expect, test } from 'vitest'
import { asJson, signedInAt } from '../../../tests/support/people/administrators.ts'
import { createImporter, csv } from '../../../tests/support/people/imports.ts'
import { ava, nextMailOf, riley, signIn } from '../../../tests/support/people/reset-steps-http.ts'
import { addRetailer } from '../../../tests/support/people/retailers.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'

let app: TestApp
let admin: Visitor
beforeAll(async () => {
  app = await startTestApp()
  admin = await signedInAt(app, ava, app.passwordOf(ava))
})
afterAll(() => app.stop())

const invisible = ['\u200B', '\u200E', '\u202A', '\u202E', '\u2060', '\u00AD', '\uFEFF', '\u3164', '\u{E0020}']
const pasted = `\u202A${[...riley].join('\u200B')}\u202C\uFEFF`

async function command(path: string, body: object) {
  const { body: answer } = asJson(await admin.postJson(`/api/${path}`, body))
  return { kind: answer.kind ?? answer.problem.kind, text: answer.text ?? answer.problem.text }
}
const user = (username: string, more: object = {}) => command('users', { ...newUser(username), ...more })

test('signs in, shows the option and resets for a username pasted with invisible characters', async () => {
  for (const character of invisible) {
    const typed = `${character}${riley.replace('@', `@${character}`)}`
    expect((await signIn(app.visitor(), typed, app.passwordOf(riley))).status, character).toBe(303)
  }
  const option = await app.visitor().postJson('/sign-in/option', { username: pasted })
  expect(option.html).toContain('"reset"')
  expect((await app.visitor().get(`/sign-in?username=${encodeURIComponent(pasted)}`)).html).toContain(
    `value="${riley}"`,
  )
  expect((await app.visitor().post('/reset', { username: pasted })).status).toBe(303)
  await nextMailOf(app, { to: riley, subject: 'Reset your password' })
})

test('stores a pasted name without invisible characters, as the same name', async () => {
  expect(await user(`nia\u2060@paste.example\u200E`)).toMatchObject({ kind: 'added' })
  expect(await app.accountId('nia@paste.example')).toBeDefined()
  expect(await user('nia@pa\u00ADste.example')).toMatchObject({ kind: 'taken' })
  const { id } = asJson(await admin.postJson('/api/users', newUser('ned@paste.example'))).body
  expect(await command(`users/${id}/username`, { username: '\uFEFFned.north@paste.example' })).toMatchObject({
    kind: 'changed',
  })
  expect(await app.accountId('ned.north@paste.example')).toBe(id)
})

test('treats a domain in Unicode and in ASCII as one address, shows it readable and sends email to it in ASCII', async () => {
  expect(await user('mia@xn--mnchen-3ya.example', { emailTo: 'mia@XN--MNCHEN-3YA.example' })).toMatchObject({
    kind: 'added',
  })
  expect(await user('MIA@münchen.example')).toMatchObject({ kind: 'taken' })
  const retailerId = await addRetailer(app)
  const person = { retailerId, givenName: 'Moe', familyName: 'Munk', role: '' }
  const contact = { ...person, username: 'moe@münchen.example', email: 'moe@xn--mnchen-3ya.example' }
  expect(await command('contacts', contact)).toMatchObject({ kind: 'added' })
  const { rows } = await app.database.pool.query(
    `select username, email_to, email from accounts a left join users u on u.account_id = a.id
       left join contacts c on c.account_id = a.id where username like '%@m_nchen%' order by username`,
  )
  expect(rows).toEqual([
    { username: 'mia@münchen.example', email_to: 'mia@münchen.example', email: null },
    { username: 'moe@münchen.example', email_to: null, email: 'moe@münchen.example' },
  ])
  await app.visitor().post('/reset', { username: 'mia@xn--mnchen-3ya.example' })
  // The test server shows recipients in readable form; the header is as sent.
  const mail = await nextMailOf(app, { to: 'mia@münchen.example', subject: 'Reset your password' })
  expect(mail.raw).toContain('\r\nTo: mia@xn--mnchen-3ya.example\r\n')
})

test('refuses a malformed address in every API route, and gives the reason', async () => {
  expect((await user('o’neil@vale.example')).text).toContain('typographic apostrophe ’')
  expect(await user('nora@vale.example', { emailTo: 'a..b@vale.example' })).toMatchObject({
    kind: 'bad-address',
    text: expect.stringContaining('A dot'),
  })
  const id = await app.accountId(riley)
  expect((await command(`users/${id}/username`, { username: 'riley@vale' })).text).toContain('full domain')
  const retailerId = await addRetailer(app)
  const person = { retailerId, givenName: 'Moe', familyName: 'Munk', role: '' }
  expect((await command('contacts', { ...person, username: 'MOE-9', email: 'moe@-vale.example' })).text).toContain(
    'hyphen',
  )
  expect((await command('mail/test', { to: 'moe@vale.example.' })).kind).toBe('bad-address')
  expect((await user('иван@example.com')).kind).toBe('added')
})

test('strips invisible characters from an import, gives the reason, and asks about probable typos', async () => {
  const users = createImporter(admin, 'users')
  const file = csv(
    'Username,First name,Surname',
    'zo\u200Be@import.example,Zoe,One',
    'yan@import.con,Yan,Two',
    'a–b@import.example,Ab,Three',
    'z\u00ADoe@import.example,Zoe,Again',
  )
  const checked = await users.uploadAndCheck(file)
  const texts = Object.fromEntries((await users.rows(checked.id)).map(({ row, texts }) => [row, texts.join(' ')]))
  expect(texts).toEqual({
    2: '',
    3: 'Did you mean yan@import.com? If so, correct the file before importing.',
    4: "“a–b@import.example” can't be a username. An email address can't contain the typographic dash –. Type - instead.",
    5: 'This repeats row 2.',
  })
})

const newUser = (username: string) => ({
  username,
  userType: 'scan',
  givenName: 'Ned',
  familyName: 'North',
  emailTo: null,
  roleId: null,
})

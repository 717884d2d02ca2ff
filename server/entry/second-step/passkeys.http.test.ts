import { afterAll, beforeAll, expect, test } from 'vitest'
import { dan, nextMailOf, nina, riley, sam, signIn } from '../../../tests/support/people/reset-steps-http.ts'
import { createSoftwarePasskey, type Twist } from '../../../tests/support/people/software-passkey.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'
import { limits } from '../../platform/limits/limits.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

const home = '/account/second-step'
const optionsOf = async (visitor: Visitor, path: string) => JSON.parse((await visitor.postJson(path, {})).html)
const signInOptions = (visitor = app.visitor()) => optionsOf(visitor, '/sign-in/passkey')
const answerWith = (passkey: string, visitor = app.visitor()) => visitor.post('/sign-in', { passkey })

async function addPasskeyTo(username: string, twist: Twist = {}) {
  const visitor = app.visitor()
  await signIn(visitor, username, app.passwordOf(username))
  const passkey = createSoftwarePasskey(app.url)
  const options = await optionsOf(visitor, `${home}/passkeys/options`)
  const added = await visitor.post(`${home}/passkeys`, { passkey: passkey.register(options, twist), name: 'Phone' })
  return { passkey, visitor, added }
}

test('6.3.3 a passkey signs in alone, and the password alone does so no more', async () => {
  const { passkey } = await addPasskeyTo(riley)
  await nextMailOf(app, { to: riley, subject: 'A second step was added to your account' })
  const answer = await answerWith(passkey.sign(await signInOptions()))
  expect([answer.status, answer.location]).toEqual([303, '/account'])
  expect((await signIn(app.visitor(), riley, app.passwordOf(riley))).location).toBe('/sign-in?step=second')
})

test('6.7.1 6.7.2 nothing but the right answer signs in', async () => {
  const { passkey } = await addPasskeyTo(nina)
  const twists: Record<string, Twist> = {
    'a wrong origin': { origin: 'https://fieldkey.example' },
    'a foreign RP id': { rpId: 'fieldkey.example' },
    'no user verification': { isVerified: false },
    'a forged signature': { breaksSignature: true },
    'a challenge of another server': { challenge: Buffer.alloc(72, 1).toString('base64url') },
  }
  for (const [name, twist] of Object.entries(twists)) {
    expect((await answerWith(passkey.sign(await signInOptions(), twist))).status, name).toBe(401)
  }
  for (const text of ['', '{}', 'null', '[]', '{"id":"AA"}', 'x'.repeat(20_001)]) {
    expect([400, 401], text.slice(0, 20)).toContain((await answerWith(text)).status)
  }
  const stranger = createSoftwarePasskey(app.url)
  expect((await answerWith(stranger.sign(await signInOptions()))).status).toBe(401)
  expect((await answerWith(passkey.sign(await signInOptions()))).status).toBe(303)
})

test('6.7.2 an answer counts once, in parallel too, and a challenge for an hour', async () => {
  const { passkey } = await addPasskeyTo(dan)
  const answer = passkey.sign(await signInOptions())
  const answers = await Promise.all([answer, answer, answer].map(one => answerWith(one)))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 401, 401])
  const late = passkey.sign(await signInOptions())
  app.clock.advance(limits.passkeyChallenges.seconds)
  expect((await answerWith(late)).status).toBe(401)
})

test('a counter that runs back is refused and recorded: the passkey may have been copied', async () => {
  const { passkey } = await addPasskeyTo(sam)
  expect((await answerWith(passkey.sign(await signInOptions(), { counter: 100 }))).status).toBe(303)
  expect((await answerWith(passkey.sign(await signInOptions(), { counter: 99 }))).status).toBe(401)
  const { rows } = await app.database.pool.query(
    `select details from audit_events where account_id = $1 and action = 'second-step-refused'`,
    [await app.accountId(sam)],
  )
  expect(rows).toEqual([{ details: { factor: 'passkey' } }])
})

test('a new passkey needs user verification, our origin, and a challenge for this account', async () => {
  for (const twist of [{ isVerified: false }, { origin: 'https://fieldkey.example' }, { rpId: 'fieldkey.example' }]) {
    const { added, visitor } = await addPasskeyTo('HV1001', twist)
    expect(added.location).toBe(home)
    expect((await visitor.get(home)).html).toContain('The passkey was not added')
  }
  const visitor = app.visitor()
  await signIn(visitor, 'HV1001', app.passwordOf('HV1001'))
  const passkey = createSoftwarePasskey(app.url).register(await signInOptions())
  expect((await visitor.post(`${home}/passkeys`, { passkey, name: 'x' })).location).toBe(home)
  expect((await visitor.get(home)).html).toContain('The passkey was not added')
})

test('7.4.2 a passkey of an account that is closed signs in no more', async () => {
  const { passkey } = await addPasskeyTo('HV1001')
  await app.database.db.updateTable('contacts').set({ has_website_access: false }).execute()
  expect((await answerWith(passkey.sign(await signInOptions()))).status).toBe(401)
})

test('the options name no account, whether or not the person has a passkey', async () => {
  const { challenge: _, ...options } = await signInOptions()
  expect(options).toEqual({
    rpId: new URL(app.url).hostname,
    timeout: 60_000,
    userVerification: 'required',
  })
  expect((await app.visitor().postJson(`${home}/passkeys/options`, {})).status).toBe(401)
})

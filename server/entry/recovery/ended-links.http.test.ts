import { afterAll, beforeAll, expect, test } from 'vitest'
import { readResetMail } from '../../../tests/support/mails/reset-mail.ts'
import { allHandedOver } from '../../../tests/support/people/new-addresses.ts'
import {
  askForMail,
  ava,
  dan,
  ian,
  nextMailOf,
  nina,
  pastQuiet,
  riley,
  sam,
  save,
  signIn,
  until,
  untilDecided,
  wrongCode,
} from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

for (const { on, username } of [
  { on: 'an unknown browser', username: riley },
  { on: 'a known device of the account', username: nina },
]) {
  test(`J11 five wrong codes within a minute on ${on} leave the next email free to go immediately`, async () => {
    const visitor = app.visitor()
    if (username === nina) await signIn(visitor, nina, app.passwordOf(nina))
    const { path, code } = await askForMail(app, username)
    for (let time = 0; time < 5; time += 1) await save(visitor, path, { code: wrongCode(code) })
    expect((await visitor.get(path)).heading).toBe('Too many wrong codes')
    expect((await visitor.press('Send a new email')).heading).toBe('Check your email')
    const fresh = readResetMail(await nextMailOf(app, { to: username, subject: 'Reset your password' }))
    expect((await save(visitor, fresh.path, { code: fresh.code })).status).toBe(303)
  })
}

test('J5 the page after OK is true for an account that can sign in, one that cannot, and an unknown name', async () => {
  const pageFor = async (username: string) => {
    const visitor = app.visitor()
    const { location = '' } = await visitor.post('/reset', { username })
    const { html } = await visitor.get(location)
    return html.replaceAll('<wbr>', '').replaceAll('<wbr/>', '').replaceAll(username, 'NAME')
  }
  const names = [sam, ian, 'unknown@harbourvale.example', 'JSMITH']
  const pages = await Promise.all(names.map(pageFor))
  expect(new Set(pages).size).toBe(1)
  for (const subject of ['Reset your password', 'About signing in']) {
    await nextMailOf(app, { to: subject === 'About signing in' ? ian : sam, subject })
    expect(pages[0]).not.toContain(subject)
  }
  expect(pages[0]).toContain('No link in the email? It says why the account can')
})

test('J11 a reload of the page after the button of an ended link reads as a sentence', async () => {
  const { html } = await app.visitor().get('/reset/sent')
  expect(html).toContain('If we know your username, an email arrives')
})

test('the page after OK says that email is slow, and no request of a stranger makes or ends that word', async () => {
  const slow = async () => (await app.visitor().get('/reset/sent')).html.includes('Email is slow right now.')
  pastQuiet(app)
  await allHandedOver(app)
  await app.smtp.goDown()
  await app.visitor().post('/reset', { username: dan })
  await untilDecided(app)
  app.clock.advance(180)
  expect(await slow()).toBe(false)
  const known = app.visitor()
  await signIn(known, ava, app.passwordOf(ava))
  await known.post('/reset', { username: ava })
  expect(await slow()).toBe(false)
  app.clock.advance(180)
  expect(await slow()).toBe(true)
  await app.smtp.comeUp()
  app.clock.advance(60)
  await nextMailOf(app, { to: ava, subject: 'Reset your password' })
  await until(async () => !(await slow()))
})

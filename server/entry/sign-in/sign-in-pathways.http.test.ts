import { afterAll, beforeAll, expect, test } from 'vitest'
import { askForMail, riley, save, signIn } from '../../../tests/support/people/reset-steps-http.ts'
import { matrix } from '../../../tests/support/servers/api-matrix.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { createActions } from '../../main/actions.ts'
import { createServer } from '../../main/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

/** No API route starts a session; the matrix lists all of them. */
const postsOfTheApi = Object.keys(matrix)
  .filter(route => route.startsWith('POST '))
  .map(route => [route.slice('POST '.length).replace(/\{(\w+)\}/g, ':$1'), 'no session'] as const)

/** Every route that accepts a POST, and what it does to sessions. Add new routes here first. */
const posts: Record<string, 'begins a session' | 'renews a session' | 'no session'> = {
  ...Object.fromEntries(postsOfTheApi),
  '/sign-in': 'begins a session',
  '/oidc/interaction/:uid': 'begins a session',
  '/oidc/request': 'no session',
  '/oidc/token': 'no session',
  '/oidc/token/revocation': 'no session',
  '/sign-in/company': 'no session',
  '/account/company': 'no session',
  '/account/company/remove': 'no session',
  '/sign-in/option': 'no session',
  '/sign-in/passkey': 'no session',
  '/sign-in/popup': 'no session',
  '/reset': 'no session',
  '/reset/:handle': 'no session',
  '/reset/:handle/again': 'no session',
  '/invite/:handle': 'no session',
  '/invite/:handle/again': 'no session',
  '/objection/:handle': 'no session',
  '/account/password': 'renews a session',
  '/account/confirm': 'renews a session',
  '/account/address': 'no session',
  '/account/sessions/end': 'no session',
  '/account/sign-out': 'no session',
  '/account/second-step/app': 'no session',
  '/account/second-step/app/remove': 'no session',
  '/account/second-step/recovery-codes': 'no session',
  '/account/second-step/passkeys': 'no session',
  '/account/second-step/passkeys/options': 'no session',
  '/account/second-step/passkeys/remove': 'no session',
  '/set-up/:handle': 'no session',
  '/shop/basket': 'no session',
  '/shop/basket/lines': 'no session',
  '/shop/basket/place': 'no session',
  '/shop/orders/:id/again': 'no session',
  '/shop/quick-order': 'no session',
  '/shop/quick-order/file': 'no session',
}

test('6.1.3 6.3.4 lists every way to sign in, and only one form starts a session, wherever it is shown', async () => {
  const http = await createServer(app.ground, createActions(app.ground))
  await http.ready()
  const found = http.printRoutes({ commonPrefix: false }).match(/[\w/:.*-]+(?= \([A-Z, ]*POST)/g) ?? []
  await http.close()
  // Fastify prints each route below its prefix.
  const ends = Object.keys(posts)
  expect(found).toHaveLength(ends.length)
  for (const part of found)
    expect(
      ends.some(end => end.endsWith(part)),
      part,
    ).toBe(true)
  expect(Object.values(posts).filter(what => what === 'begins a session')).toHaveLength(2)
})

test('6.3.6 7.6.2 never turns an emailed code into a session: a reset ends at the sign-in page', async () => {
  const { path, code } = await askForMail(app, riley)
  const person = app.visitor()
  const saved = await save(person, path, { code })
  expect(saved.location).toBe('/sign-in')
  // The browser becomes a known device, which raises limits and proves nothing.
  expect([...person.cookies.keys()].sort()).toEqual(['__Host-fieldkey_device', '__Host-fieldkey_flash'])
  expect((await person.get('/account')).location).toBe('/sign-in')
})

test("redirects a stranger's posts to account pages to the sign-in", async () => {
  for (const path of ['/account/password', '/account/sign-out']) {
    expect((await app.visitor().post(path)).location, path).toBe('/sign-in')
  }
  const answer = await signIn(app.visitor(), riley, 'wrong')
  expect(answer.headers['set-cookie']).toBeUndefined()
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { ava, riley, sam } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

const cookie = '__Host-fieldkey_start'
const withCookie = (value: string) => {
  const visitor = app.visitor()
  visitor.cookies.set(cookie, value)
  return visitor
}

test('a sign-in that began in the app goes back there once, and every other sign-in to the account', async () => {
  const visitor = withCookie('app')
  const fields = { username: riley, password: app.passwordOf(riley) }
  const first = await visitor.post('/sign-in', fields)
  expect([first.status, first.location]).toEqual([303, '/app/signed-in'])
  expect(visitor.cookies.has(cookie)).toBe(false)
  expect((await visitor.post('/sign-in', fields)).location).toBe('/account')
})

test('the cookie of the start names no address: any other value leads to the account', async () => {
  for (const value of [
    'https://evil.example',
    '//evil.example/admin',
    '/admin/../app',
    '/admin//evil',
    '/app/../admin',
    'https%3A%2F%2Fevil.example',
    'appx',
  ]) {
    const answer = await withCookie(value).post('/sign-in', { username: sam, password: app.passwordOf(sam) })
    expect(answer.location).toBe('/account')
  }
})

test('a screen of the admin site whose session has ended is shown again after the sign-in, with its filters', async () => {
  const openFrom = async (referer: string, site = 'same-origin') => {
    const response = await fetch(`${app.url}/sign-in`, { headers: { 'sec-fetch-site': site, referer } })
    const start = response.headers.getSetCookie().find(set => set.startsWith(cookie))
    return { start: start?.slice(cookie.length + 1).split(';')[0], page: await response.text() }
  }
  const { start, page } = await openFrom(`${app.url}/admin/users?search=nina&page=2`)
  expect(page).toContain('Sign in to continue')
  const answer = await withCookie(start ?? '').post('/sign-in', { username: ava, password: app.passwordOf(ava) })
  expect(answer.location).toBe('/admin/users?search=nina&page=2')
  expect((await openFrom(`${app.url}/account`)).start).toBeUndefined()
  expect((await openFrom(`${app.url}/administration`)).start).toBeUndefined()
  expect((await openFrom('https://evil.example/admin/users', 'cross-site')).start).toBeUndefined()
})

test('only a navigation from the app itself sets the cookie', async () => {
  const cookieAfter = async (headers: Record<string, string>) => {
    const response = await fetch(`${app.url}/sign-in`, { headers })
    return response.headers.getSetCookie().some(set => set.startsWith(cookie))
  }
  expect(await cookieAfter({ 'sec-fetch-site': 'same-origin', referer: `${app.url}/app/sync` })).toBe(true)
  expect(await cookieAfter({ 'sec-fetch-site': 'same-origin', referer: `${app.url}/apple` })).toBe(false)
  expect(await cookieAfter({ 'sec-fetch-site': 'same-origin', referer: `${app.url}/sign-in` })).toBe(false)
  expect(await cookieAfter({ 'sec-fetch-site': 'cross-site', referer: 'https://evil.example/app/sync' })).toBe(false)
  expect(await cookieAfter({})).toBe(false)
})

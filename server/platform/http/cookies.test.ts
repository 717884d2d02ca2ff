import { expect, it } from 'vitest'
import { createHttpGround } from '../../../tests/support/servers/http-ground.ts'
import { clearCookie, readCookie, setCookie } from './cookies.ts'

const { http } = await createHttpGround()
http.get('/set', async (_request, reply) => {
  setCookie(reply, 'session', 'abc')
  setCookie(reply, 'device', 'def', { maxAgeSeconds: 60 })
  return {}
})
http.get('/clear', async (_request, reply) => {
  clearCookie(reply, 'session')
  return {}
})
http.get('/read', async request => ({ session: readCookie(request, 'session'), flash: readCookie(request, 'flash') }))

it('3.3.1 3.3.2 3.3.4 cookies are sent to this host only, over TLS only, and are hidden from scripts', async () => {
  const { headers } = await http.inject({ url: '/set' })
  expect(headers['set-cookie']).toEqual([
    '__Host-fieldkey_session=abc; Path=/; HttpOnly; Secure; SameSite=Lax',
    '__Host-fieldkey_device=def; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax',
  ])
})

it('a cookie is cleared with the attributes that set it', async () => {
  const { headers } = await http.inject({ url: '/clear' })
  expect(headers['set-cookie']).toBe('__Host-fieldkey_session=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax')
})

it('only the cookie with the full name is read', async () => {
  const cookie = 'fieldkey_session=evil; __Host-fieldkey_session=abc; __Host-fieldkey_flash='
  expect((await http.inject({ url: '/read', headers: { cookie } })).json()).toEqual({ session: 'abc' })
})

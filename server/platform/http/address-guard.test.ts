import { describe, expect, it } from 'vitest'
import { createHttpGround } from '../../../tests/support/servers/http-ground.ts'

const local = await createHttpGround({ publicUrl: 'http://localhost:3000' })
const direct = await createHttpGround()
const proxied = await createHttpGround({ trustedProxies: ['127.0.0.1'] })

describe('a server for this machine only', () => {
  it.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000'])('answers as %s', async host => {
    expect((await local.http.inject({ url: '/page', headers: { host } })).statusCode).toBe(200)
  })

  it.each([
    '192.168.1.5:3000',
    'tablet.local',
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '::1@evil.example',
  ])('3.1.1 redirects a browser that asks for %s to its address, instead of showing a form that fails', async host => {
    const answer = await local.http.inject({ url: '/page', headers: { host, accept: 'text/html' } })
    expect(answer.statusCode).toBe(403)
    expect(answer.body).toContain('Open http://localhost:3000')
  })
})

describe('a server without a proxy', () => {
  it('3.1.1 redirects a browser that used another name to its address', async () => {
    const answer = await direct.http.inject({
      url: '/page',
      headers: { host: '192.168.1.5:3000', accept: 'text/html' },
    })
    expect([answer.statusCode, answer.body]).toEqual([403, expect.stringContaining('Open https://fieldkey.example')])
    expect((await direct.http.inject({ url: '/page', headers: { host: 'fieldkey.example' } })).statusCode).toBe(200)
  })
})

describe('a server behind a proxy', () => {
  const page = (headers: Record<string, string>) => proxied.http.inject({ url: '/page', headers })
  const forwarded = { 'x-forwarded-for': '192.0.2.1' }

  it.each([
    ['over TLS', { ...forwarded, 'x-forwarded-proto': 'https' }],
    ['over TLS to the outer of two proxies', { ...forwarded, 'x-forwarded-proto': 'https,http' }],
    ['over TLS by Forwarded', { forwarded: 'for=192.0.2.1;proto=https' }],
    ['by a proxy that says nothing about TLS', forwarded],
    ['by a proxy that writes a Host of its own', { ...forwarded, host: 'fieldkey:3000' }],
    ['by a proxy that says nothing and writes a Host of its own', { host: 'fieldkey:3000' }],
    [
      'from a browser that used TLS further out',
      { ...forwarded, 'x-forwarded-proto': 'http', 'sec-fetch-site': 'none' },
    ],
    [
      'from an older browser with a cookie of TLS',
      { ...forwarded, 'x-forwarded-proto': 'http', cookie: 'a=1; __Host-fieldkey_device=x' },
    ],
  ])('answers a request that came %s', async (_name, headers) => {
    expect((await page(headers as Record<string, string>)).statusCode).toBe(200)
  })

  it.each([
    { ...forwarded, 'x-forwarded-proto': 'http' },
    { forwarded: 'for=192.0.2.1;proto=http' },
    { ...forwarded, 'x-forwarded-proto': 'http', cookie: 'x=__Host-fieldkey_device' },
  ])('3.1.1 4.1.2 points a request that came without TLS to its address, without redirecting: %o', async headers => {
    const answer = await page({ ...headers, accept: 'text/html' } as Record<string, string>)
    expect(answer.statusCode).toBe(403)
    expect(answer.body).toContain('Open https://fieldkey.example')
    expect(answer.body).toContain('tell your administrator')
    expect(answer.headers.location).toBeUndefined()
  })
})

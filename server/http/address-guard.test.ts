import { describe, expect, it } from 'vitest'
import { createHttpGround } from '../../tests/support/http-ground.ts'

const local = await createHttpGround({ publicUrl: 'http://localhost:3000' })
const direct = await createHttpGround()
const proxied = await createHttpGround({ trustedProxies: ['127.0.0.1'] })

describe('a server for this machine alone', () => {
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
  ])('3.1.1 sends whoever comes as %s to its address, instead of a form that fails', async host => {
    const answer = await local.http.inject({ url: '/page', headers: { host, accept: 'text/html' } })
    expect(answer.statusCode).toBe(403)
    expect(answer.body).toContain('Open http://localhost:3000')
  })
})

describe('a server without a proxy of its own', () => {
  it('3.1.1 sends whoever comes by another name to its address', async () => {
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

  it('answers what came over TLS, and what the proxy says nothing about', async () => {
    expect((await page({ 'x-forwarded-for': '192.0.2.1', 'x-forwarded-proto': 'https' })).statusCode).toBe(200)
    expect((await page({ 'x-forwarded-for': '192.0.2.1' })).statusCode).toBe(200)
  })

  it('3.1.1 4.1.2 sends what came without TLS to its address, without redirecting', async () => {
    const answer = await page({ 'x-forwarded-for': '192.0.2.1', 'x-forwarded-proto': 'http' })
    expect(answer.statusCode).toBe(403)
    expect(answer.body).toContain('https://fieldkey.example')
    expect(answer.headers.location).toBeUndefined()
  })
})

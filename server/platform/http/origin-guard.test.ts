import { describe, expect, it } from 'vitest'
import { createHttpGround } from '../../../tests/support/servers/http-ground.ts'

const { http } = await createHttpGround()

const post = async (headers: Record<string, string>) =>
  (await http.inject({ url: '/form', method: 'POST', headers, payload: { code: '1' } })).statusCode

describe('3.5.1 a POST', () => {
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }],
    [{ 'sec-fetch-site': 'same-origin', origin: 'null' }],
    [{ origin: 'https://fieldkey.example' }],
    [{ origin: 'https://fieldkey.example:443' }],
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://fieldkey.example:443' }],
    [{ referer: 'https://fieldkey.example/sign-in?username=x' }],
    [{ referer: 'https://fieldkey.example:443/sign-in' }],
  ])('is accepted from our own pages: %o', async headers => {
    expect(await post(headers)).toBe(200)
  })

  it.each([
    [{}],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'none' }],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://fieldkey.example' }],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'https://fieldkey.example.evil.example' }],
    [{ origin: 'http://fieldkey.example' }],
    [{ origin: 'null' }],
    [{ host: 'fieldkey.example' }],
    [{ referer: 'https://evil.example/https://fieldkey.example/' }],
    [{ referer: 'https://fieldkey.example@evil.example/' }],
    [{ referer: 'http://fieldkey.example/' }],
    [{ referer: 'https://fieldkey.example:8443/' }],
    [{ referer: 'nonsense' }],
    [{ origin: 'null', referer: 'https://fieldkey.example/sign-in' }],
    [{ origin: 'https://evil.example', referer: 'https://fieldkey.example/sign-in' }],
    [{ 'sec-fetch-site': 'cross-site', referer: 'https://fieldkey.example/sign-in' }],
    [{ origin: 'https://fieldkey.example:8443' }],
    [{ origin: 'https://x@fieldkey.example' }],
    [{ origin: 'https://fieldkey.example/path' }],
    [{ origin: 'https://evil.example', host: 'evil.example', 'x-forwarded-host': 'evil.example' }],
  ])('is refused from elsewhere: %o', async headers => {
    expect(await post(headers)).toBe(403)
  })

  it('is refused before its body is read', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'content-type': 'text/plain' }
    const answer = await http.inject({ url: '/form', method: 'POST', headers, payload: 'code=1' })
    expect(answer.statusCode).toBe(403)
    expect(answer.body).toContain('Open https://fieldkey.example')
  })
})

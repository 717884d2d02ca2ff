import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createHttpGround, sameOrigin } from '../../../tests/support/servers/http-ground.ts'

const { http } = await createHttpGround()

const anywhere = [
  ['a page', { url: '/page' }],
  ['a page that a script elsewhere asks for', { url: '/page', headers: { origin: 'https://evil.example' } }],
  ['an address that does not exist', { url: '/nowhere' }],
  ['an address that cannot be decoded', { url: '/%E0%A4%A' }],
  ['a fault', { url: '/fault' }],
  ['a method that is not taken', { url: '/page', method: 'PUT' }],
  ['a form from elsewhere', { url: '/form', method: 'POST' }],
  [
    'a body that is not taken',
    { url: '/form', method: 'POST', headers: { ...sameOrigin, 'content-type': 'text/plain' }, payload: 'a' },
  ],
] as const

describe('every answer', () => {
  it.each(anywhere)(
    '3.4.1 3.4.3 3.4.4 3.4.5 3.4.6 3.4.8 14.3.2 carries the security headers: %s',
    async (_name, request) => {
      const { headers } = await http.inject(request as object)
      expect(headers['content-security-policy']).toBe(
        "default-src 'none';script-src 'self';style-src 'self';img-src 'self';connect-src 'self';worker-src 'self';" +
          "manifest-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none'",
      )
      expect(headers).toMatchObject({
        'strict-transport-security': 'max-age=63072000; includeSubDomains',
        'referrer-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
      })
      expect(headers['permissions-policy']).toContain('camera=()')
      expect(headers['access-control-allow-origin']).toBeUndefined()
      expect(headers['x-powered-by'] ?? headers.server).toBeUndefined()
      expect(headers['content-type']).toContain('charset=utf-8')
    },
  )

  it('3.4.1 sends HSTS only if the address uses TLS', async () => {
    const local = await createHttpGround({ publicUrl: 'http://localhost:3000' })
    const { headers } = await local.http.inject({ url: '/page' })
    expect(headers['strict-transport-security']).toBeUndefined()
  })
})

describe('a request body', () => {
  it('is read as a form or as JSON', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await http.inject({
      url: '/form',
      method: 'POST',
      headers: { ...sameOrigin, ...form },
      payload: 'code=123456',
    })
    expect(answer.json()).toEqual({ code: '123456' })
    const json = await http.inject({ url: '/form', method: 'POST', headers: sameOrigin, payload: { code: '123456' } })
    expect(json.json()).toEqual({ code: '123456' })
  })

  it.each(['text/plain', 'multipart/form-data; boundary=a', 'application/xml', 'image/png'])(
    '3.5.2 is refused as %s',
    async type => {
      const headers = { ...sameOrigin, 'content-type': type }
      expect((await http.inject({ url: '/form', method: 'POST', headers, payload: 'code=1' })).statusCode).toBe(415)
    },
  )

  it('is refused beyond 64 kB', async () => {
    const payload = { code: 'a'.repeat(65 * 1024) }
    expect((await http.inject({ url: '/form', method: 'POST', headers: sameOrigin, payload })).statusCode).toBe(413)
  })

  it('of a wrong shape is refused with a page that repeats nothing of it', async () => {
    const headers = { ...sameOrigin, 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }
    const answer = await http.inject({ url: '/form', method: 'POST', headers, payload: 'code=1&code=2' })
    expect(answer.statusCode).toBe(400)
    expect(answer.body).toContain("That didn't arrive complete")
  })

  it('of a wrong shape is refused for a program with the names of the fields, and without their values', async () => {
    const headers = { ...sameOrigin, 'content-type': 'application/json' }
    const answer = await http.inject({ url: '/form', method: 'POST', headers, payload: { code: ['hush'] } })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().problem.text).toBe('code: Expected a text.')
    expect(answer.body).not.toContain('hush')
  })

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])(
    '4.1.4 13.4.4 is refused with the method %s',
    async method => {
      const answer = await http.inject({ url: '/page', method: method as 'PUT' })
      expect(answer.statusCode).toBe(405)
      expect(answer.headers.allow).toBe('GET, HEAD, POST')
    },
  )
})

describe('faults', () => {
  it('16.5.1 are answered in general words with a number, and logged once under that number', async () => {
    const { http, logged } = await createHttpGround()
    const answer = await http.inject({ url: '/fault', headers: { accept: 'text/html' } })
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('shelf')
    const requestId = /number: (\w+)/.exec(answer.body)?.[1]
    const lines = logged()
      .split('\n')
      .filter(line => line.includes('the shelf fell down'))
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'error',
      requestId,
      err: { cause: { message: 'a screw was loose' } },
    })
  })

  it('16.5.4 while an answer is sent are faults too', async () => {
    const { http, logged } = await createHttpGround()
    http.get('/number', async (_request, reply) => reply.type('text/html').send(5))
    const answer = await http.inject({ url: '/number', headers: { accept: 'text/html' } })
    expect(answer.body).toContain('Something went wrong here')
    expect(logged()).toContain('a request met a fault')
  })

  it('are reported in JSON to clients that ask for JSON', async () => {
    const answer = await http.inject({ url: '/fault', headers: { accept: 'application/json' } })
    expect(answer.json()).toMatchObject({ problem: { status: 500 }, requestId: expect.any(String) })
  })
})

describe('a request that two servers could parse differently', () => {
  it.each([
    'POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    'POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcd',
    'GET /page HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\u0000\r\n\r\n',
  ])('4.2.1 is refused, and its connection is closed: %j', async text => {
    const { http } = await createHttpGround()
    const address = new URL(await http.listen({ port: 0, host: '127.0.0.1' }))
    try {
      const answer = await sendRaw(address, text)
      expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nConnection: close\r\n/)
    } finally {
      await http.close()
    }
  })
})

/** The server's output until it closes the connection. */
async function sendRaw({ port }: URL, text: string): Promise<string> {
  const socket = connect(Number(port), '127.0.0.1')
  socket.end(text)
  return (await socket.toArray()).join('')
}

describe('pages', () => {
  it.each([
    ['br, gzip', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', undefined],
  ])('are compressed as the browser prefers: %s', async (accepted, encoding) => {
    const answer = await http.inject({ url: '/page', headers: { 'accept-encoding': accepted } })
    expect(answer.headers['content-encoding']).toBe(encoding)
    expect(answer.headers.vary).toBe('accept-encoding')
    expect(Number(answer.headers['content-length'])).toBe(answer.rawPayload.length)
    if (encoding) expect(answer.rawPayload.length).toBeLessThan(200)
  })
})

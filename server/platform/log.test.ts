import { describe, expect, it } from 'vitest'
import { createHttpGround, sameOrigin } from '../../tests/support/servers/http-ground.ts'
import { createLog } from './log.ts'
import { maskPath } from './mask-path.ts'

const handle = 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF'
const canaries = [handle, 'canary-password', '914273', 'canary-cookie', 'canary-query', 'canary-bearer', 'canary-path']

function listen() {
  const lines: string[] = []
  return { log: createLog({ level: 'trace', destination: { write: line => void lines.push(line) } }), lines }
}

describe('16.2.5 14.2.1 no secret reaches the log', () => {
  it('from any part of a request', async () => {
    const { http, logged } = await createHttpGround()
    http.get('/things/:name', async () => ({}))
    const headers = {
      ...sameOrigin,
      cookie: '__Host-fieldkey_session=canary-cookie',
      authorization: 'Bearer canary-bearer',
      referer: `https://fieldkey.example/reset/${handle}`,
      'user-agent': 'canary-password',
    }
    const payload = { code: '914273', password: 'canary-password' }
    const gets = [
      '/reset',
      '/RESET',
      '/%72eset',
      '/%2572eset',
      '/invite',
      '/objection',
      '/elsewhere',
      '/x/reset',
      '//reset',
    ]
    for (const path of gets) await http.inject({ url: `${path}/${handle}?a=canary-query#canary-query`, headers })
    await http.inject({ url: `/reset/${handle}/more%E0%A4%A`, headers })
    for (const url of ['/form', `/reset/${handle}`, '/fault'])
      await http.inject({ url, method: 'POST', headers, payload })
    await http.inject({
      url: '/form',
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      payload: '{"canary-password',
    })
    await http.inject({ url: '/fault', headers })
    await http.inject({ url: '/things/canary-path', headers })
    expect(logged()).toContain('"path":"/reset/…"')
    expect(canaries.filter(canary => logged().includes(canary))).toEqual([])
  })

  it('from an object that is logged by mistake', () => {
    const { log, lines } = listen()
    log.info(
      { password: 'canary-password', form: { code: '914273', deep: { token: 'canary-bearer' } } },
      `see /reset/${handle}`,
    )
    log.error({ err: Object.assign(new Error('refused'), { code: 'ECONNREFUSED', params: ['canary-password'] }) })
    expect(canaries.filter(canary => lines.join('').includes(canary))).toEqual([])
    expect(lines.join('')).toContain('ECONNREFUSED')
  })
})

describe('a fault in the log', () => {
  const describeIn = (err: unknown) => {
    const { log, lines } = listen()
    log.error({ err })
    return JSON.parse(lines.join('')).err
  }

  it('is described if it is not an Error, but only by the names of its properties', () => {
    expect(describeIn({ message: 'the relay said no', code: 421, token: 'canary-bearer' })).toEqual({
      type: 'Object',
      message: 'the relay said no',
      reason: '421',
    })
    expect(describeIn({ secret: 'canary-bearer' })).toEqual({
      type: 'Object',
      message: 'Thrown with the properties secret',
    })
    expect(describeIn('the shelf fell down')).toEqual({ type: 'string', message: 'the shelf fell down' })
    expect(describeIn(Object.create(null))).toMatchObject({ type: 'object' })
    expect([describeIn(undefined), describeIn(7)]).toEqual([undefined, { type: 'number' }])
  })

  it('names each error of an AggregateError, which has no message of its own', () => {
    const refused = (port: number) => Object.assign(new Error(`connect refused ${port}`), { code: 'ECONNREFUSED' })
    const { type, errors } = describeIn(new AggregateError([refused(1), refused(2)]))
    expect([type, errors.map(({ reason, message }: Record<string, string>) => `${reason} ${message}`)]).toEqual([
      'AggregateError',
      ['ECONNREFUSED connect refused 1', 'ECONNREFUSED connect refused 2'],
    ])
  })
})

describe('a line of the log', () => {
  it('16.2.1 16.2.2 records the client, the request, its time and its result', async () => {
    const { http, logged } = await createHttpGround()
    await http.inject({ url: '/page' })
    const line = JSON.parse(logged())
    expect(line).toMatchObject({
      level: 'info',
      method: 'GET',
      path: '/page',
      status: 200,
      network: '127.0.0.1',
      msg: 'request',
    })
    expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
    expect(line.ms).toBeGreaterThanOrEqual(0)
  })

  it('16.4.1 stays one line, whatever is in it', () => {
    const { log, lines } = listen()
    log.info({ username: 'a\r\n{"level":"info","msg":"forged"}\u001b[2J' }, 'asked')
    expect(
      lines
        .join('')
        .trimEnd()
        .split(/[\r\n]/),
    ).toHaveLength(1)
    expect(lines.join('')).not.toContain('\u001b')
  })

  it('keeps only a short, decoded path of an unknown address', () => {
    expect(maskPath('/a%20b/c?d=e')).toBe('/a b/c')
    expect(maskPath(`/${'a/'.repeat(500)}`)).toHaveLength(200)
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noRights, type Rights } from '../../../shared/contract/rights.ts'
import { type ApiUser, addAdministrator, asJson, signedInAt } from '../../../tests/support/people/administrators.ts'
import { riley } from '../../../tests/support/people/reset-steps-http.ts'
import { createApiCommands } from '../../../tests/support/servers/api-commands.ts'
import { type Caller, matrix } from '../../../tests/support/servers/api-matrix.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'

type Operation = {
  summary?: string
  responses: Record<string, { content?: Record<string, { example?: unknown; examples?: unknown }> }>
}

let app: TestApp
let callers: Record<Caller, ApiUser>
let commands: Awaited<ReturnType<typeof createApiCommands>>
let operations: [string, Operation][]

beforeAll(async () => {
  app = await startTestApp()
  commands = await createApiCommands(app)
  const rights = (users: Rights['users'], more: Partial<Rights> = {}): Rights => ({
    ...noRights,
    users,
    subscription: users,
    retailers: users,
    products: users,
    orders: users,
    mail: users,
    settings: users,
    audit: users,
    ...more,
  })
  callers = {
    nobody: { visitor: app.visitor() },
    contact: { visitor: await signedInAt(app, 'HV1001', app.passwordOf('HV1001')) },
    device: { visitor: await signedInAt(app, riley, app.passwordOf(riley)) },
    'without-right': await addAdministrator(app, { rights: rights('none') }),
    read: await addAdministrator(app, { rights: rights('read') }),
    write: await addAdministrator(app, { rights: rights('write') }),
    below: await addAdministrator(app, { rights: rights('write', { audit: 'none' }) }),
  }
  const { body } = asJson(await app.visitor().get('/api/openapi.json'))
  operations = Object.entries(body.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  )
})
afterAll(() => app.stop())

test('the description is compressed, and a browser that has it gets no second copy', async () => {
  const address = `${app.url}/api/openapi.json`
  const answers = await Promise.all(
    ['br', 'gzip', 'identity'].map(encoding => fetch(address, { headers: { 'accept-encoding': encoding } })),
  )
  expect(answers.map(answer => answer.headers.get('content-encoding'))).toEqual(['br', 'gzip', null])
  const texts = await Promise.all(answers.map(answer => answer.text()))
  expect(new Set(texts).size).toBe(1)
  expect(Number(answers[0]?.headers.get('content-length'))).toBeLessThan((texts[0]?.length ?? 0) / 5)
  const tag = answers[0]?.headers.get('etag') ?? ''
  const again = await fetch(address, { headers: { 'if-none-match': tag } })
  expect([again.status, (await again.text()).length]).toEqual([304, 0])
})

describe('8.2.1 8.3.1 every route of the API × every kind of caller', () => {
  test('the description and the matrix name the same routes', () => {
    expect(operations.map(([name]) => name).toSorted()).toEqual(Object.keys(matrix).toSorted())
  })

  test.each(Object.entries(matrix))('%s', async (route, expected) => {
    const [method, path = ''] = route.split(' ')
    for (const [caller, status] of Object.entries(expected) as [Caller, number][]) {
      const target = await commands.target(caller, route)
      const address = commands
        .fill(path)
        .replace('{id}', target)
        .replace('{sessionId}', randomUUID())
        .replace('{type}', 'scan')
        .replace('{collection}', 'products')
      const { visitor } = callers[caller]
      const file = commands.fileFor(route)
      const post = () => {
        if (method === 'PUT') return visitor.putJson(address, commands.bodyOf(route))
        if (file !== undefined) return visitor.postFile(`${address}?fileName=${file.name}`, file.content, file.type)
        return visitor.postJson(address, commands.bodyOf(route))
      }
      const answer = method === 'GET' ? await visitor.get(address + commands.queryOf(route)) : await post()
      expect(answer.status, `${caller} ${address} ${answer.html}`).toBe(status)
    }
  })
})

describe('the description', () => {
  test('has for every route a summary, an example answer and its refusals', () => {
    for (const [name, { summary, responses }] of operations) {
      expect(summary, name).toBeTruthy()
      if (name === 'GET /api/openapi.json') continue
      const { example, examples } = Object.values(responses['200']?.content ?? {})[0] ?? {}
      expect(example ?? examples, name).toBeTruthy()
      expect(Object.keys(responses), name).toEqual(expect.arrayContaining(['401', '403', '404', '409', '422', '429']))
    }
  })

  test('6.4.6 10.1.1 J12 no request and no answer has a field for a password, a link or a code', () => {
    // A rep's item is rejected with a `code`, a word of a list. A product has a code, too.
    // The secret of another system is in the answer that makes it, and in no other.
    const others =
      /^POST \/api\/app\/push$|^[A-Z]+ \/api\/v1\/|^[A-Z]+ \/api\/(?:pictures|products|price-lists|retailers\/\{id\}\/price)|^POST \/api\/(?:service-tokens|webhooks|clients(?:\/\{id\}\/secret)?)$/
    const administrative = operations.filter(([name]) => !others.test(name))
    const text = JSON.stringify(administrative.map(([, operation]) => operation))
    const names = [...text.matchAll(/"properties":\{(.*?)\}\}/g)].flatMap(([, inner = '']) =>
      [...inner.matchAll(/"(\w+)":\{/g)].map(([, name = '']) => name),
    )
    expect(names.length).toBeGreaterThan(20)
    // A retailer has a postcode.
    const isSecret = (name: string) => name !== 'postcode' && /password|secret|link|code|token|handle|hash/i.test(name)
    expect(names.filter(isSecret)).toEqual([])
  })
})

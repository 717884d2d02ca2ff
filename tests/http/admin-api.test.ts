import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noRights, type Rights } from '../../shared/contract/rights.ts'
import { type ApiUser, addAdministrator, addRole, asJson, signedInAt } from '../support/administrators.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { ava, riley } from '../support/reset-steps-http.ts'
import { addContact, addRetailer, addTerritory } from '../support/retailers.ts'

type Caller = 'nobody' | 'contact' | 'device' | 'without-right' | 'read' | 'write' | 'below'
type Expected = Record<Caller, number>

/** Reading: whoever may read, whatever the rights of the one who is read. */
const reads: Expected = {
  nobody: 401,
  contact: 403,
  device: 403,
  'without-right': 403,
  read: 200,
  write: 200,
  below: 200,
}
/** Changing: whoever may write, and nobody whose rights are less than those of the one who is changed. */
const changes: Expected = { ...reads, read: 403, below: 403 }
/** Writing what is nobody's own. */
const writes: Expected = { ...reads, read: 403 }
const anyAdministrator: Expected = { ...reads, 'without-right': 200 }
const everybody: Expected = { ...anyAdministrator, nobody: 200, contact: 200, device: 200 }

/** A rep's app comes in by a token of its own (tests/http/field-push.test.ts); no session of a browser opens it. */
const appsAlone: Expected = {
  nobody: 401,
  contact: 401,
  device: 401,
  'without-right': 401,
  read: 401,
  write: 401,
  below: 401,
}

/** Every route of the API. A new one has to be entered here first. */
const matrix: Record<string, Expected> = {
  'GET /api/openapi.json': everybody,
  'GET /api/administrator': anyAdministrator,
  'GET /api/app/me': appsAlone,
  'GET /api/app/pull/{collection}': appsAlone,
  'POST /api/app/push': appsAlone,
  'POST /api/app/discard': appsAlone,
  'POST /api/app/heartbeat': appsAlone,
  'POST /api/app/contacts/{id}/password-reset': appsAlone,
  'POST /api/contacts': writes,
  'GET /api/clients': reads,
  'POST /api/clients': writes,
  'POST /api/clients/{id}/remove': writes,
  'GET /api/contacts/{id}': reads,
  'POST /api/contacts/{id}': writes,
  'POST /api/contacts/{id}/invitation': writes,
  'POST /api/contacts/{id}/password-reset': writes,
  'POST /api/contacts/{id}/restore-access': writes,
  'POST /api/contacts/{id}/withdraw-access': writes,
  'GET /api/mail': reads,
  'GET /api/retailers': reads,
  'POST /api/retailers': writes,
  'GET /api/retailers/{id}': reads,
  'POST /api/retailers/{id}': writes,
  'GET /api/roles': anyAdministrator,
  'POST /api/roles': writes,
  'POST /api/roles/{id}': changes,
  'POST /api/roles/{id}/remove': changes,
  'GET /api/subscription': reads,
  'POST /api/subscription/{type}': writes,
  'GET /api/territories': anyAdministrator,
  'POST /api/territories': writes,
  'POST /api/territories/{id}': writes,
  'POST /api/territories/{id}/remove': writes,
  'GET /api/users': reads,
  'POST /api/users': writes,
  'GET /api/users/export': reads,
  'GET /api/users/{id}': reads,
  'POST /api/users/{id}': changes,
  'POST /api/users/{id}/mark-compromised': changes,
  'POST /api/users/{id}/invitation': changes,
  'POST /api/users/{id}/password-reset': changes,
  'POST /api/users/{id}/deactivate': changes,
  'POST /api/users/{id}/reactivate': changes,
  'POST /api/users/{id}/end-sessions': changes,
}

type Operation = {
  summary?: string
  responses: Record<string, { content?: Record<string, { example?: unknown; examples?: unknown }> }>
}

let app: TestApp
let callers: Record<Caller, ApiUser>
let operations: [string, Operation][]

beforeAll(async () => {
  app = await startTestApp()
  retailerOfAll = await addRetailer(app)
  const rights = (users: Rights['users'], more: Partial<Rights> = {}): Rights => ({
    ...noRights,
    users,
    subscription: users,
    retailers: users,
    mail: users,
    settings: users,
    ...more,
  })
  callers = {
    nobody: { visitor: app.visitor() },
    contact: { visitor: await signedInAt(app, 'HV1001', app.passwordOf('HV1001')) },
    device: { visitor: await signedInAt(app, riley, app.passwordOf(riley)) },
    'without-right': await addAdministrator(app, { rights: rights('none', { audit: 'write' }) }),
    read: await addAdministrator(app, { rights: rights('read') }),
    write: await addAdministrator(app, { rights: rights('write') }),
    below: await addAdministrator(app, { rights: rights('write') }),
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

/** Somebody new for every request: what is allowed happens. */
async function target(caller: Caller, route = ''): Promise<string> {
  const rights = caller === 'below' ? { ...noRights, users: 'write' as const, audit: 'read' as const } : undefined
  if (route.includes('/roles/')) return addRole(app, rights ?? noRights)
  if (route.includes('/clients/')) return addClient()
  if (route.includes('/territories/')) return addTerritory(app)
  if (route.includes('/retailers/')) return addRetailer(app)
  if (route.includes('/contacts/')) return addContact(app)
  const { accountId = '' } = await addAdministrator(app, { rights: rights ?? noRights, signsIn: false })
  // Who has a password is not invited.
  if (route.endsWith('/invitation')) {
    await app.database.pool.query('update accounts set password_hash = null where id = $1', [accountId])
  }
  return accountId
}

let clients = 0
function newClient() {
  clients += 1
  const redirectUris = ['https://app.example/back']
  return { id: `app-${clients}`, name: 'An app', redirectUris, admits: ['scan' as const], startUrl: null }
}

async function addClient(): Promise<string> {
  const client = newClient()
  await app.actions.addClient({ client, by: { actor: 'command-line' } })
  return client.id
}

let added = 0
let retailerOfAll: string
function bodyOf(route: string): object {
  if (route === 'POST /api/clients') return newClient()
  if (route === 'POST /api/subscription/{type}') return { enabled: 30, monthlyPriceCents: 1200 }
  if (/\/roles(\/\{id\})?$/.test(route)) return { name: `Role ${randomUUID()}`, rights: noRights }
  if (/\/territories(\/\{id\})?$/.test(route)) return { name: `Territory ${randomUUID()}` }
  const retailer = { name: 'Corner Store', accountNumber: randomUUID(), territoryId: null }
  if (route === 'POST /api/retailers') return retailer
  if (route === 'POST /api/retailers/{id}') return { ...retailer, status: 'closed' }
  const contact = { givenName: 'Una', familyName: 'Underhill', role: 'Owner' }
  if (route === 'POST /api/contacts/{id}') return contact
  if (route === 'POST /api/contacts')
    return { ...contact, retailerId: retailerOfAll, username: randomUUID(), email: 'shop@corner.example' }
  const person = { userType: 'scan', givenName: 'New', familyName: 'Person', emailTo: null, roleId: null }
  if (route === 'POST /api/users/{id}') return person
  if (route !== 'POST /api/users') return {}
  added += 1
  return { ...person, username: `new${added}@harbourvale.example` }
}

describe('8.2.1 8.3.1 every route of the API × everybody who may come', () => {
  test('the description names each route, and the matrix names no other', () => {
    expect(operations.map(([name]) => name).toSorted()).toEqual(Object.keys(matrix).toSorted())
  })

  test.each(Object.entries(matrix))('%s', async (route, expected) => {
    const [method, path = ''] = route.split(' ')
    for (const [caller, status] of Object.entries(expected) as [Caller, number][]) {
      const address = path
        .replace('{id}', await target(caller, route))
        .replace('{type}', 'scan')
        .replace('{collection}', 'products')
      const { visitor } = callers[caller]
      const answer = method === 'GET' ? await visitor.get(address) : await visitor.postJson(address, bodyOf(route))
      expect(answer.status, `${caller} ${address} ${answer.html}`).toBe(status)
    }
  })
})

describe('the description', () => {
  test('says of every route what it is, what it answers with an example, and how it refuses', () => {
    for (const [name, { summary, responses }] of operations) {
      expect(summary, name).toBeTruthy()
      if (name === 'GET /api/openapi.json') continue
      const { example, examples } = Object.values(responses['200']?.content ?? {})[0] ?? {}
      expect(example ?? examples, name).toBeTruthy()
      expect(Object.keys(responses), name).toEqual(expect.arrayContaining(['401', '403', '404', '409', '422', '429']))
    }
  })

  test('6.4.6 J12 no request and no answer has a place for a password, a link or a code', () => {
    // What a rep captured is rejected with a code, which is a word of a list.
    const administrative = operations.filter(([name]) => name !== 'POST /api/app/push')
    const text = JSON.stringify(administrative.map(([, operation]) => operation))
    const names = [...text.matchAll(/"properties":\{(.*?)\}\}/g)].flatMap(([, inner = '']) =>
      [...inner.matchAll(/"(\w+)":\{/g)].map(([, name = '']) => name),
    )
    expect(names.length).toBeGreaterThan(20)
    expect(names.filter(name => /password|secret|link|code|token|handle|hash/i.test(name))).toEqual([])
  })
})

describe('what stands behind the door', () => {
  test('7.5.3 6.8.4 a sensitive change needs a sign-in of the last ten minutes, and asking again renews it', async () => {
    const admin = await addAdministrator(app, { rights: { ...noRights, users: 'write' } })
    const id = await target('write')
    app.clock.advance(10 * 60 + 1)
    const refused = asJson(await admin.visitor.postJson(`/api/users/${id}/deactivate`, {}))
    expect(refused.status).toBe(403)
    expect(refused.body.problem.kind).toBe('confirm-first')
    expect((await admin.visitor.post('/account/confirm', { currentPassword: 'wrong' })).status).toBe(422)
    expect((await admin.visitor.postJson(`/api/users/${id}/deactivate`, {})).status).toBe(403)
    expect((await admin.visitor.post('/account/confirm', { currentPassword: admin.password ?? '' })).status).toBe(303)
    expect((await admin.visitor.postJson(`/api/users/${id}/deactivate`, {})).status).toBe(200)
  })

  test('8.3.2 a role that was taken away counts at once', async () => {
    const admin = await addAdministrator(app, { rights: { ...noRights, users: 'read' } })
    expect((await admin.visitor.get('/api/users')).status).toBe(200)
    await app.database.pool.query('update users set role_id = $1 where account_id = $2', [
      await addRole(app, noRights),
      admin.accountId,
    ])
    expect((await admin.visitor.get('/api/users')).status).toBe(403)
  })

  test('an order from another site is refused before anything else', async () => {
    const { visitor } = callers.write
    const id = await target('write')
    const answer = await fetch(`${app.url}/api/users/${id}/deactivate`, {
      method: 'POST',
      headers: {
        cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'content-type': 'application/json',
        'sec-fetch-site': 'cross-site',
      },
      body: '{}',
    })
    expect(answer.status).toBe(403)
    const rows = await app.database.pool.query('select is_active from accounts where id = $1', [id])
    expect(rows.rows).toEqual([{ is_active: true }])
  })

  test('bad questions are refused with a status, and nothing breaks', async () => {
    const { visitor } = callers.write
    for (const address of ['/api/users?page=0', '/api/users?size=5000', '/api/users?sort=x', '/api/users/42']) {
      expect((await visitor.get(address)).status, address).toBe(400)
    }
    expect((await visitor.get('/api/nothing')).status).toBe(404)
    expect(asJson(await visitor.get(`/api/users?search=${encodeURIComponent("%_\\';--")}`)).body.total).toBe(0)
  })

  test('a contact is no user: it is neither listed nor found nor changed by these routes', async () => {
    const { visitor } = await addAdministrator(app, { rights: { ...noRights, users: 'write' } })
    const id = await app.accountId('HV1001')
    expect((await visitor.get(`/api/users/${id}`)).status).toBe(404)
    expect((await visitor.postJson(`/api/users/${id}/deactivate`, {})).status).toBe(404)
    expect(asJson(await visitor.get('/api/users?search=HV1001')).body.total).toBe(0)
    expect(asJson(await visitor.get(`/api/users?search=${ava}`)).body.total).toBe(1)
  })
})

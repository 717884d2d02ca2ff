import { createHmac } from 'node:crypto'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { addAdministrator, addServiceToken, addUser, fullRights } from '../people/administrators.ts'
import type { TestApp } from '../servers/app.ts'
import { callApi, signInToApp } from '../servers/app-sign-in.ts'
import { requestTo } from './requests.ts'
import type { FuzzRoute, Watched } from './routes.ts'
import { type Chance, createChance, type KnownValues, oddTexts } from './values.ts'

type Finding = { step: number; status: number | string; method: string; url: string; payload: string }
/** The number of responses for each status. Without many 200s, the requests don't get past validation. */
type Fuzzed = { findings: Finding[]; statuses: Record<number, number> }
/** `isShutOut`: a previous request ended the caller's session, so a new one is needed. */
type Sent = { status: number; isShutOut: boolean; method: string; url: string; payload: string }
type Fuzz = { app: TestApp; http: FastifyInstance; chance: Chance; known: KnownValues; bounceKey: Buffer }

/** Server errors, and values that only the database refused. A 503 under load is correct and isn't a fault. */
const faultLine = /"level":"(?:error|fatal)"|the database refused a value/

/** Sends `steps` unusual requests to each route in turn, and answers the failures. */
export async function runFuzz(
  { app, http, routes }: Watched<TestApp>,
  { seed, steps, bounceKey }: { seed: number; steps: number; bounceKey: Buffer },
): Promise<Fuzzed> {
  const fuzz: Fuzz = { app, http, chance: createChance(seed), known: await findKnown(app), bounceKey }
  const findings: Finding[] = []
  const statuses: Record<number, number> = {}
  let callers = await createCallers(app)
  let logged = app.logged().length
  for (let step = 0; step < steps; step += 1) {
    const route = routes[step % routes.length] as FuzzRoute
    const sent = await send(fuzz, route, callers)
    statuses[sent.status] = (statuses[sent.status] ?? 0) + 1
    if (sent.isShutOut) callers = await createCallers(app)
    const text = app.logged().slice(logged)
    logged += text.length
    const line = text.split('\n').find(one => faultLine.test(one))
    if (line !== undefined || (sent.status >= 500 && sent.status !== 503)) {
      findings.push({
        step,
        ...sent,
        status: line === undefined ? sent.status : `${sent.status} ${line.slice(0, 1500)}`,
      })
    }
  }
  return { findings, statuses }
}

type Callers = Awaited<ReturnType<typeof createCallers>>

async function send(fuzz: Fuzz, route: FuzzRoute, { admin, rep, service }: Callers): Promise<Sent> {
  const { http, chance, known } = fuzz
  const cookie = chance.isTrue(0.85) ? admin : ''
  const address = `10.${chance.below(200)}.${chance.below(250)}.${chance.below(250)}`
  const request = route.url === '/mail/bounces' ? bounceOf(fuzz) : requestTo(route, { cookie, address }, chance, known)
  const { method = 'GET', url, payload = '' } = request
  const sent = { method: String(method), url: String(url), payload: String(payload) }
  const { right } = route.config
  if (right === 'rep') {
    const status = await rep(sent)
    return { ...sent, status, isShutOut: status === 401 }
  }
  if (typeof right === 'object' && 'service' in right) {
    const { statusCode } = await http.inject({ ...request, headers: { ...request.headers, authorization: service } })
    return { ...sent, status: statusCode, isShutOut: false }
  }
  const { statusCode: status } = await http.inject(request)
  return { ...sent, status, isShutOut: status === 401 && cookie !== '' && right !== undefined && right !== 'nothing' }
}

async function createCallers(app: TestApp) {
  const { visitor } = await addAdministrator(app, { rights: fullRights })
  const admin = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const { username, password, accountId } = await addUser(app, { userType: 'device' })
  await app.database.pool.query('insert into user_territories select $1, id from territories', [accountId])
  const { device, tokens } = await signInToApp(app, username, app.visitor(), password)
  const rep = async ({ method, url, payload }: Omit<Sent, 'status' | 'isShutOut'>) => {
    const path = url.slice('/api/app'.length)
    return (await callApi(app, device, tokens.access_token, path, method === 'POST' ? payload : undefined)).status
  }
  return { admin, rep, service: `Bearer ${await addServiceToken(app, fullRights)}` }
}

/** Ids from every table, so that requests find rows and get further. */
async function findKnown({ database: { pool } }: TestApp): Promise<KnownValues> {
  const { rows: tables } = await pool.query(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'id' and udt_name = 'uuid'`,
  )
  const found = await Promise.all(tables.map(({ name }) => pool.query(`select id from ${name} limit 4`)))
  const { rows: accounts } = await pool.query('select username from accounts')
  return {
    ids: found.flatMap(({ rows }) => rows.map(({ id }) => id)),
    usernames: accounts.map(({ username }) => username),
  }
}

function bounceOf({ app, chance, bounceKey }: Fuzz): InjectOptions {
  const at = String(Math.floor(app.clock.now().getTime() / 1000))
  const levels = chance.below(400)
  const nesting = Array.from(
    { length: levels },
    (_, level) => `Content-Type: multipart/report; boundary=b${level}\n\n--b${level}\n`,
  )
  const fields = `Final-Recipient: rfc822; ${chance.pick(oddTexts)}\nAction: failed\nStatus: ${chance.pick(oddTexts)}\n`
  const status = `Content-Type: message/delivery-status\n\n${fields}Diagnostic-Code: ${chance.pick(oddTexts)}\n`
  const returned = `--b0\nContent-Type: message/rfc822\n\nMessage-ID: <${chance.pick(oddTexts).slice(0, 200)}>\n`
  const payload = Buffer.from(`To: ${chance.pick(oddTexts)}\n${nesting.join('')}${status}\n${returned}`)
  const signature = createHmac('sha256', bounceKey).update(`${at}.`).update(payload).digest('hex')
  const headers = { 'content-type': 'message/rfc822', 'fieldkey-timestamp': at, 'fieldkey-signature': signature }
  return { method: 'POST', url: '/mail/bounces', payload, headers }
}

import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import type { Actions } from '../../../server/main/actions.ts'
import { fillDemo } from '../../../server/main/demo/fill-demo.ts'
import { startServer } from '../../../server/main/start-server.ts'
import { claimAttentionDay } from '../../../server/people/organisation/organisation.store.ts'
import type { Ground } from '../../../server/platform/ground.ts'
import { createLog } from '../../../server/platform/log.ts'
import type { HashParameters } from '../../../server/platform/passwords/password-hashing.ts'
import { readConfig } from '../../../server/platform/settings/config.ts'
import { dayIn } from '../../../shared/prices/day-in.ts'
import { createTestDatabase, type TestDatabase } from '../databases/database.ts'
import type { TestCluster } from '../databases/database-cluster.ts'
import { startTestDns, type TestDns } from '../mails/dns.ts'
import { createMovableClock } from '../mails/mail-ground.ts'
import { startTestSmtp, type TestSmtp } from '../mails/smtp.ts'
import { createVisitor, type Visitor } from './visitor.ts'

export type TestApp = {
  url: string
  /** The settings for a second server or a command. */
  env: Record<string, string>
  ground: Ground
  actions: Actions
  database: TestDatabase
  smtp: TestSmtp
  dns: TestDns
  clock: ReturnType<typeof createMovableClock>
  /** The complete log as text. */
  logged: () => string
  /** The passwords by username: those of the demo, and those of the users that a test adds. */
  passwords: Map<string, string>
  passwordOf(username: string): string
  /** A visitor with a separate browser and, by default, a separate IP address. */
  visitor(address?: string): Visitor
  accountId(username: string): Promise<string>
  stop(): Promise<void>
}

export type TestAppOptions = {
  env?: Record<string, string>
  cluster?: TestCluster
  /** Empty, as after the first start. */
  isEmpty?: boolean
  /** Where the cost of a hash is the subject. By default hashes are as cheap as Argon2 allows. */
  hashParameters?: HashParameters
  /** Shares the database, the SMTP server and the clock of another app. */
  beside?: TestApp
}

const cheapHashes: HashParameters = { memoryKiB: 8, passes: 1, lanes: 1 }
const prefix = randomBytes(1)[0] ?? 1
let addresses = 0

/** A complete server with the demo organisation: real PostgreSQL, SMTP and HTTP on its own port. */
export async function startTestApp({
  env: more = {},
  cluster,
  isEmpty = false,
  hashParameters = cheapHashes,
  beside,
}: TestAppOptions = {}): Promise<TestApp> {
  const database = beside?.database ?? (await createTestDatabase(cluster))
  const smtp = beside?.smtp ?? (await startTestSmtp())
  const dns = beside?.dns ?? (await startTestDns())
  const clock = beside?.clock ?? createMovableClock()
  const env = { ...(beside?.env ?? createEnv({ database, smtp, dns })), PORT: String(await findPort()), ...more }
  const url = `http://localhost:${env.PORT}`
  const config = readConfig({ ...env, PUBLIC_URL: beside?.url ?? url }, { mode: 'serve' })
  const lines: string[] = []
  const passwords = beside?.passwords ?? new Map<string, string>()
  let ground: Ground | undefined
  let actions: Actions | undefined
  if (!config.smtp) throw new Error('The settings of the test lack a mail server')
  const server = await startServer({
    config,
    smtp: config.smtp,
    clock,
    // On a slow machine the test and the server share one thread that other work delays.
    busyFromMs: 60_000,
    hashParameters,
    log: createLog({ level: 'debug', destination: { write: line => void lines.push(line) } }),
    prepare: async (prepared, wired) => {
      ground = prepared
      actions = wired
      if (beside || isEmpty) return
      const signIns = await fillDemo(prepared, { retailers: 12, products: 40, daysOfOrders: 28 })
      for (const { username, password } of signIns) passwords.set(username, password)
      // The daily email of today counts as sent: it comes between no two emails of a test, whatever the hour.
      await prepared.db.transaction().execute(tx => claimAttentionDay(tx, dayIn('UTC', clock.now())))
    },
  })
  if (!ground || !actions) throw new Error('The server did not prepare')
  const { db } = ground
  return {
    url,
    env,
    ground,
    actions,
    database,
    smtp,
    dns,
    clock,
    logged: () => lines.join(''),
    passwords,
    passwordOf: username => {
      const found = passwords.get(username)
      if (found === undefined) throw new Error(`No account is called ${username}`)
      return found
    },
    visitor: address => createVisitor(url, address ?? `10.${prefix}.${(addresses >> 8) & 255}.${addresses++ & 255}`),
    accountId: async username => {
      const row = await db
        .selectFrom('accounts')
        .select('id')
        .where('username', '=', username)
        .executeTakeFirstOrThrow()
      return row.id
    },
    stop: async () => {
      // A test that failed while holding email would block the worker's delivery, and so the shutdown of the server.
      if (!beside) smtp.release()
      await server.stop()
      if (beside) return
      await smtp.stop()
      await dns.stop()
      await database.drop()
    },
  }
}

function createEnv({ database, smtp, dns }: Pick<TestApp, 'database' | 'smtp' | 'dns'>): Record<string, string> {
  return {
    DATABASE_URL: database.databaseUrl,
    SMTP_URL: smtp.url,
    MAIL_FROM: 'Harbour & Vale <no-reply@harbourvale.example>',
    SECRET_KEY: randomBytes(32).toString('hex'),
    DNS_SERVERS: dns.address,
    TRUSTED_PROXIES: '127.0.0.1, ::1',
  }
}

export async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

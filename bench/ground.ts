import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Pool } from 'pg'
import { insertUser } from '../server/people/accounts/accounts.store.ts'
import { systemClock } from '../server/platform/clock.ts'
import { openDatabase } from '../server/platform/database/connect.ts'
import { openEmbedded } from '../server/platform/database/embedded/open-embedded.ts'
import { migrateToLatest } from '../server/platform/database/migrate.ts'
import type { Db } from '../server/platform/database/tables.ts'
import { outranWords } from '../server/platform/http/even-time.ts'
import { limits } from '../server/platform/limits/limits.ts'
import { createPasswordHashing } from '../server/platform/passwords/password-hashing.ts'
import { findPort } from '../tests/support/servers/app.ts'
import { type PlainSmtp, startPlainSmtp } from './plain-smtp.ts'

export type BenchGround = {
  url: string
  db: Db
  pool: Pool
  smtp: PlainSmtp
  people: readonly string[]
  password: string
  passwordHash: string
  serverPid: number
  /** How many answers have taken longer than their even time. */
  countOutran(): number
  stop(): Promise<void>
}

/** The number of people, and settings of the server beyond the required ones. */
type GroundOptions = { count: number; env?: Record<string, string> }

const log = { warn: console.error, error: console.error }

/** Starts the server in a process of its own, as in production, on a database with fsync on. */
export async function startBenchGround({ count, env = {} }: GroundOptions): Promise<BenchGround> {
  const dataDir = mkdtempSync(join(tmpdir(), 'fieldkey-bench-'))
  const embedded = await openEmbedded({ dataDir, exclusive: true, log })
  const { host, user, database: name } = embedded.connection
  const databaseUrl = `postgresql://${user}@/${name}?host=${encodeURIComponent(host)}`
  const database = await openDatabase({ databaseUrl, dataDir, exclusive: false, log })
  await migrateToLatest(database.db)
  const password = 'wombat-copper-lantern-73'
  const passwordHash = await hash(password)
  const people = await addPeople(database.db, passwordHash, count)
  const smtp = await startPlainSmtp()
  const port = await findPort()
  const { server, countOutran } = await startServer({
    DATABASE_URL: databaseUrl,
    SMTP_URL: smtp.url,
    PORT: String(port),
    ...env,
  })
  return {
    url: `http://localhost:${port}`,
    db: database.db,
    pool: database.pool,
    smtp,
    people,
    password,
    passwordHash,
    serverPid: server.pid ?? 0,
    countOutran,
    stop: async () => {
      server.kill('SIGTERM')
      await once(server, 'exit')
      await smtp.stop()
      await database.close()
      await embedded.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function hash(password: string): Promise<string> {
  const hashed = await createPasswordHashing({ size: limits.hashing }).inTurn({}, hasher => hasher.hash(password))
  if (typeof hashed !== 'string') throw new Error('The password could not be hashed')
  return hashed
}

async function addPeople(db: Db, passwordHash: string, count: number): Promise<string[]> {
  const people = Array.from({ length: count }, (_, index) => `rep${index}@bench.example`)
  await db.transaction().execute(async tx => {
    for (const username of people) {
      await insertUser(tx, {
        username,
        usernameKey: username,
        givenName: 'Rep',
        familyName: 'Bench',
        isActive: true,
        hasLicence: true,
        emailTo: null,
        userType: 'device',
        passwordHash,
        createdAt: systemClock.now(),
      })
    }
  })
  return people
}

async function startServer(settings: Record<string, string>) {
  const server = spawn(process.execPath, ['server/main/cli.ts', 'serve'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...settings,
      PATH: '/usr/bin:/bin',
      PUBLIC_URL: `http://localhost:${settings.PORT}`,
      MAIL_FROM: 'no-reply@bench.example',
      SECRET_KEY: randomBytes(32).toString('hex'),
      TRUSTED_PROXIES: '127.0.0.1, ::1',
      LOG_LEVEL: 'info',
    },
  })
  const { promise: isReady, resolve, reject } = Promise.withResolvers<void>()
  server.once('exit', () => reject(new Error('The server ended before it was ready')))
  let outran = 0
  createInterface({ input: server.stdout }).on('line', line => {
    if (line.startsWith('Fieldkey is ready')) resolve()
    if (line.includes(outranWords)) outran += 1
  })
  await isReady
  return { server, countOutran: () => outran }
}

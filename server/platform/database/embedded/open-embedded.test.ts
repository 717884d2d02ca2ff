import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { type PreparedFolder, prepareFolder } from '../../../../tests/support/databases/prepared-folder.ts'
import { waitFor } from '../../../../tests/support/waiting/wait-for.ts'
import { DatabaseRefusal } from '../refusal.ts'
import { type Embedded, openEmbedded } from './open-embedded.ts'
import { findPostmaster } from './postmaster.ts'

/** A folder that only this account can enter, with a path too long for a socket. */
function makeDataDir(): string {
  const parent = mkdtempSync(join(tmpdir(), 'fieldkey-embedded-'))
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }))
  return join(parent, 'a-long-name-'.repeat(12))
}

let prepared: PreparedFolder
beforeAll(async () => {
  prepared = await prepareFolder()
})
afterAll(() => prepared.remove())

/** A folder that Fieldkey has opened before. */
function copyDataDir(): string {
  const dataDir = makeDataDir()
  prepared.copyTo(dataDir)
  return dataDir
}

const log = { warn: () => {}, error: console.error }
const open = (dataDir: string, { exclusive = true } = {}) =>
  openEmbedded({ dataDir, exclusive, log, settings: ['fsync=off'] })
const serverOf = (dataDir: string) => findPostmaster(join(dataDir, 'postgres'))
const another = 'Another Fieldkey runs on'

async function query({ connection }: Pick<Embedded, 'connection'>, text: string): Promise<unknown> {
  const client = new Client(connection)
  await client.connect()
  const { rows } = await client.query(text).finally(() => client.end())
  return Object.values(rows[0] ?? {})[0]
}

/** Another process that opened the folder. */
async function startOwner(dataDir: string) {
  const program = join(import.meta.dirname, '../../../../tests/support/databases/database-owner.ts')
  const child = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(createInterface(child.stdout), 'line')
  return { child, connection: JSON.parse(String(line)) as Embedded['connection'] }
}

describe('the embedded server', () => {
  const parent = mkdtempSync(join(tmpdir(), 'fieldkey-embedded-'))
  const dataDir = join(parent, 'a-long-name-'.repeat(12))
  let embedded: Embedded

  beforeAll(async () => {
    embedded = await open(dataDir)
  })
  afterAll(async () => {
    await embedded.close()
    rmSync(parent, { recursive: true, force: true })
  })

  it('listens only on a socket with a short path, wherever its data is', async () => {
    expect(await query(embedded, 'show listen_addresses')).toBe('')
    expect(Buffer.byteLength(embedded.connection.host)).toBeLessThan(90)
    expect(dataDir.length).toBeGreaterThan(107)
  })

  it('has one owner at a time', async () => {
    await expect(open(dataDir)).rejects.toThrow(another)
    expect(await query(embedded, 'select 1')).toBe(1)
  })

  it('is joined by a command, which leaves it running', async () => {
    const guest = await open(dataDir, { exclusive: false })
    expect(await query(guest, 'select 1')).toBe(1)
    await guest.close()
    expect(await query(embedded, 'select 1')).toBe(1)
  })

  it('is restarted when it is killed, in the same place and with its data', async () => {
    await query(embedded, 'create table kept as select 7 as number')
    const killed = serverOf(dataDir)
    process.kill(killed?.pid ?? 0, 'SIGKILL')
    const read = () => query(embedded, 'select number from kept')
    await waitFor(async () => expect(await read()).toBe(7))
    expect(serverOf(dataDir)?.pid).not.toBe(killed?.pid)
    await waitFor(() => expect(open(dataDir)).rejects.toThrow(another))
  })
})

describe('a data folder', () => {
  it('has no process and no socket after it is closed', async () => {
    const dataDir = copyDataDir()
    const { connection, close } = await open(dataDir)
    expect(serverOf(dataDir)).toBeDefined()
    await close()
    expect(serverOf(dataDir)).toBeUndefined()
    expect(existsSync(connection.host)).toBe(false)
  })

  it('is taken over with all its data after Fieldkey was killed', async () => {
    const dataDir = copyDataDir()
    const { child, connection } = await startOwner(dataDir)
    await query({ connection }, 'create table orders as select 7 as number')
    const orphan = serverOf(dataDir)
    child.kill('SIGKILL')
    await once(child, 'exit')

    const embedded = await open(dataDir)
    expect(serverOf(dataDir)).toEqual(orphan)
    expect(await query(embedded, 'select number from orders')).toBe(7)
    await embedded.close()
    expect(serverOf(dataDir)).toBeUndefined()
  })

  it('opens with all its data after every process was killed', async () => {
    const dataDir = copyDataDir()
    const { child, connection } = await startOwner(dataDir)
    await query({ connection }, 'create table orders as select 7 as number')
    child.kill('SIGKILL')
    process.kill(serverOf(dataDir)?.pid ?? 0, 'SIGKILL')

    const embedded = await open(dataDir)
    expect(await query(embedded, 'select number from orders')).toBe(7)
    await embedded.close()
  })

  it('is created once when two servers start at the same moment, and one of them is refused', async () => {
    const dataDir = makeDataDir()
    const starts = await Promise.allSettled([open(dataDir), open(dataDir)])
    const opened = starts.flatMap(start => (start.status === 'fulfilled' ? [start.value] : []))
    const refused = starts.flatMap(start => (start.status === 'rejected' ? [String(start.reason)] : []))
    await Promise.all(opened.map(embedded => embedded.close()))
    expect(opened).toHaveLength(1)
    expect(refused).toEqual([expect.stringContaining(another)])
    expect(readdirSync(dataDir).sort()).toEqual(['postgres', 'postgres.log'])
  })

  it('opens if its lock names an unrelated process', async () => {
    const dataDir = copyDataDir()
    const { connection, close } = await open(dataDir)
    await close()
    const lock = [process.pid, 'x', '1', '5432', connection.host, '', '', 'ready'].join('\n')
    writeFileSync(join(dataDir, 'postgres/postmaster.pid'), lock)
    const embedded = await open(dataDir)
    expect(await query(embedded, 'select 1')).toBe(1)
    await embedded.close()
  })

  it('of another PostgreSQL major version is refused with the ways out', async () => {
    const dataDir = copyDataDir()
    writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '17\n')
    await expect(open(dataDir)).rejects.toThrow(/PostgreSQL 17.*PostgreSQL 18.*pg_dump.*DATABASE_URL.*DATA_DIR/s)
  })

  it.each([
    ['a symbolic link', symlinkSync, 'postgres/pg_hba.conf'],
    ['a hard link', linkSync, 'postgres/pg_hba.conf'],
    ['a symbolic link', symlinkSync, 'postgres.log'],
  ])('is not opened if its account has planted %s for root to write through', async (_kind, link, name) => {
    const dataDir = copyDataDir()
    const precious = join(dataDir, 'for-root-alone')
    writeFileSync(precious, 'precious', { mode: 0o600 })
    rmSync(join(dataDir, name))
    link(precious, join(dataDir, name))
    await expect(open(dataDir)).rejects.toThrow(DatabaseRefusal)
    expect(readFileSync(precious, 'utf8')).toBe('precious')
  })

  it('that cannot be started says why', async () => {
    const dataDir = copyDataDir()
    writeFileSync(join(dataDir, 'postgres/postgresql.auto.conf'), `shared_buffers = 'many'\n`)
    await expect(open(dataDir)).rejects.toThrow(/postgres\.log ends with: .*shared_buffers/)
  })

  it('gives a command as long as the start takes', async () => {
    const dataDir = makeDataDir()
    const guest = await open(dataDir, { exclusive: false })
    expect(await query(guest, 'select 1')).toBe(1)
    await guest.close()
    expect(serverOf(dataDir)).toBeUndefined()
  })
})

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { type PreparedFolder, prepareFolder } from '../../../../tests/support/databases/prepared-folder.ts'
import { createFolderLock, isFolderHeld } from './folder-lock.ts'
import { type Embedded, openEmbedded } from './open-embedded.ts'
import { findOsAccount } from './os-account.ts'
import { findPostmaster } from './postmaster.ts'

const program = join(import.meta.dirname, '../../../../tests/support/databases/database-owner.ts')
const log = { warn: () => {}, error: console.error }
const open = (dataDir: string, { exclusive = true } = {}) =>
  openEmbedded({ dataDir, exclusive, log, settings: ['fsync=off'] })

let prepared: PreparedFolder
beforeAll(async () => {
  prepared = await prepareFolder()
})
afterAll(() => prepared.remove())

function makeParent(): string {
  const parent = mkdtempSync(join(tmpdir(), 'fieldkey-shared-'))
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }))
  return parent
}

/** A folder that Fieldkey has opened before. */
function makeDataDir(): string {
  const dataDir = join(makeParent(), 'data')
  prepared.copyTo(dataDir)
  return dataDir
}

async function query({ connection }: Pick<Embedded, 'connection'>, text: string): Promise<unknown> {
  const client = new Client(connection)
  await client.connect()
  const { rows } = await client.query(text).finally(() => client.end())
  return Object.values(rows[0] ?? {})[0]
}

/** A container hides processes and the folders that hold sockets. */
const inContainer = ['--mount', '--pid', '--ipc', '--fork', '--mount-proc', '--kill-child']
/** The PrivateTmp setting of systemd hides only folders. */
const inPrivateFolders = ['--mount']
const canSeparate = spawnSync('unshare', [...inContainer, 'mount', '-t', 'tmpfs', 'none', '/run']).status === 0

/**
 * Starts a Fieldkey in a process of its own that opens the folder. Its output ends with the connection or the refusal.
 */
function startOwner(dataDir: string, namespaces?: readonly string[]) {
  const command = [process.execPath, program, dataDir]
  const shell = ['sh', '-c', 'mount -t tmpfs none /run && exec "$0" "$@"', ...command]
  const [name = '', ...args] = namespaces && canSeparate ? ['unshare', ...namespaces, ...shell] : command
  const child = spawn(name, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  return { child, connected: once(createInterface(child.stdout), 'line'), refused: readEnd(child) }
}

async function readEnd({ stderr }: { stderr: NodeJS.ReadableStream }): Promise<string> {
  let said = ''
  for await (const chunk of stderr) said += chunk
  return said
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

const account = (dataDir: string) => findOsAccount(join(dataDir, 'postgres'))
const isHeld = (dataDir: string) => isFolderHeld(join(dataDir, 'postgres'), account(dataDir))

it(`a second server on one folder is refused, where it can't see the first one's process (${canSeparate ? 'in namespaces of its own' : 'this machine has no namespaces: in another process'})`, async () => {
  const dataDir = makeDataDir()
  const embedded = await open(dataDir)
  const { refused } = startOwner(dataDir, inContainer)
  expect(await refused).toContain('Another Fieldkey runs on')
  expect(await query(embedded, 'select 1')).toBe(1)
  await embedded.close()
})

it('the folder stays locked exactly as long as PostgreSQL outlives a killed Fieldkey', async () => {
  const dataDir = makeDataDir()
  const { child, connected } = startOwner(dataDir)
  await connected
  await kill(child)
  expect(isHeld(dataDir)).toBe(true)
  expect(await startOwner(dataDir, inContainer).refused).toContain(canSeparate ? 'Another Fieldkey runs on' : '')

  const embedded = await open(dataDir)
  await embedded.close()
  expect(isHeld(dataDir)).toBe(false)
})

it('a folder that another process has locked is not opened, whatever its files say', async () => {
  const dataDir = makeDataDir()
  const lock = createFolderLock({ folder: join(dataDir, 'postgres'), account: account(dataDir), lock: 'server' })
  expect(lock.take()).toBe(true)
  await expect(open(dataDir)).rejects.toThrow('Another Fieldkey runs on')
  lock.release()
  await (await open(dataDir)).close()
})

it('a copy of a running folder is a database of its own, and the original keeps running', async () => {
  const dataDir = makeDataDir()
  const embedded = await open(dataDir)
  await query(embedded, 'checkpoint')
  const copy = join(makeParent(), 'copy')
  cpSync(dataDir, copy, { recursive: true, preserveTimestamps: true })
  if (process.getuid?.() === 0) spawnSync('cp', ['-a', '--attributes-only', `${dataDir}/.`, copy])
  await query(embedded, 'create table original as select 7 as number')
  const before = findPostmaster(join(dataDir, 'postgres'))

  for (const exclusive of [false, true]) {
    const opened = await open(copy, { exclusive })
    expect(await query(opened, `select to_regclass('original') is null`)).toBe(true)
    await opened.close()
  }
  expect(findPostmaster(join(dataDir, 'postgres'))).toEqual(before)
  expect(await query(embedded, 'select number from original')).toBe(7)
  await embedded.close()
})

it('a command that cannot see the socket says so, and the server keeps running', async () => {
  const dataDir = makeDataDir()
  const { child, connected } = startOwner(dataDir, inPrivateFolders)
  const [line] = await connected
  const socketFolder = JSON.parse(String(line)).host
  // Without namespaces the socket is visible to all processes, so the test hides it.
  if (!canSeparate) rmSync(socketFolder, { recursive: true })
  const before = findPostmaster(join(dataDir, 'postgres'))
  expect(before).toBeDefined()
  await expect(open(dataDir, { exclusive: false })).rejects.toThrow(
    /is running, but .*doesn't answer here: .*PrivateTmp/,
  )
  expect(findPostmaster(join(dataDir, 'postgres'))).toEqual(before)
  await kill(child)
  process.kill(before?.pid ?? 0, 'SIGQUIT')
})

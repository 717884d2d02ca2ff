import { spawnSync } from 'node:child_process'
import { closeSync, constants, fchownSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseRefusal } from '../refusal.ts'
import type { OsAccount } from './os-account.ts'

const lockNames = {
  /** Held by PostgreSQL, which inherits it, and by the Fieldkey that started it. */
  server: 'server.lock',
  /** Held by the one Fieldkey that starts, watches and stops PostgreSQL. */
  owner: 'owner.lock',
} as const

/** open(2) on macOS takes the lock with this flag, which Node does not name. */
const openExclusively = 0x20

/**
 * Each program locks the file that it inherits as descriptor 3. The lock belongs to the open file, so it outlives the
 * program.
 */
const lockers: readonly (readonly [string, ...string[]])[] = [
  ['flock', '-x', '-n', '3'],
  ['perl', '-e', 'open(my $file, "+<&=3") or exit 2; flock($file, 6) or exit($!{EWOULDBLOCK} ? 1 : 2)'],
  ['python3', '-c', 'import fcntl\ntry: fcntl.flock(3, 6)\nexcept BlockingIOError: exit(1)'],
]
const heldElsewhere = 1

/**
 * An operating-system lock on a cluster's folder. It lasts until every process that holds or inherited the open file
 * has ended, even if a process is killed. PostgreSQL's own lock is a process number, which means nothing in another
 * container that shares the volume.
 */
export type FolderLock = {
  /** Returns false while another process holds the lock. */
  take(): boolean
  /** The descriptor that a child has to inherit. */
  file(): number
  release(): void
}

type Lockable = { folder: string; account: OsAccount; lock: keyof typeof lockNames }

export function createFolderLock({ folder, account, lock: name }: Lockable): FolderLock {
  const path = join(folder, lockNames[name])
  let held: number | undefined
  return {
    take: () => {
      held ??= lock(path, account)
      return held !== undefined
    },
    file: () => {
      if (held === undefined) throw new Error('PostgreSQL must not start without the lock on its folder')
      return held
    },
    release: () => {
      if (held !== undefined) closeSync(held)
      held = undefined
    },
  }
}

/** True while any process runs the cluster, on this machine or on a file system that shares locks. */
export function isFolderHeld(folder: string, account: OsAccount): boolean {
  const lock = createFolderLock({ folder, account, lock: 'server' })
  const isFree = lock.take()
  lock.release()
  return !isFree
}

function lock(path: string, account: OsAccount): number | undefined {
  if (process.platform === 'darwin') return openLocked(path, account)
  const file = openFile(path, account)
  try {
    if (runLocker(file, path) !== heldElsewhere) return file
  } catch (fault) {
    closeSync(file)
    throw fault
  }
  closeSync(file)
  return undefined
}

const mode = 0o600
/** The PostgreSQL account owns the folder. Root must not follow a link that this account has planted. */
const flags = constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW | constants.O_NONBLOCK

function openFile(path: string, account: OsAccount, more = 0): number {
  try {
    const made = openSync(path, flags | more | constants.O_EXCL, mode)
    if (account) fchownSync(made, account.uid, account.gid)
    return made
  } catch (fault) {
    if (codeOf(fault) !== 'EEXIST') throw fault
    return openSync(path, flags | more)
  }
}

function openLocked(path: string, account: OsAccount): number | undefined {
  try {
    return openFile(path, account, openExclusively)
  } catch (fault) {
    if (codeOf(fault) === 'EAGAIN') return undefined
    throw fault
  }
}

/** Returns the exit code of the first program that this machine has. */
function runLocker(file: number, path: string): number {
  for (const [program, ...args] of lockers) {
    const { error, status, stderr } = spawnSync(program, args, { stdio: ['ignore', 'ignore', 'pipe', file] })
    if (codeOf(error) === 'ENOENT') continue
    if (status === 0 || status === heldElsewhere) return status
    throw new DatabaseRefusal(
      `${path} can't be locked (${program}: ${String(stderr).trim() || error?.message || status}): put DATA_DIR on a file system with locks, or set DATABASE_URL`,
    )
  }
  throw new DatabaseRefusal(
    `${path} can't be locked: install the program flock (package util-linux), or set DATABASE_URL`,
  )
}

const codeOf = (fault: unknown) => (fault instanceof Error && 'code' in fault ? fault.code : undefined)

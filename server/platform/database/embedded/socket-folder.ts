import { createHash } from 'node:crypto'
import { chownSync, lstatSync, mkdirSync, realpathSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseRefusal } from '../refusal.ts'
import type { OsAccount } from './os-account.ts'

/** The kernel accepts socket paths of 107 bytes on Linux and 103 on macOS. The file name needs 14. */
const longestFolder = 103 - '/.s.PGSQL.5432'.length

export const socketFolderName = (dataFolder: string) =>
  `fieldkey-${createHash('sha256').update(realpathSync(dataFolder)).digest('hex').slice(0, 16)}`

/**
 * Creates a short folder of our own for the socket. In a world-writable place another account may have created it
 * first: such a folder is refused.
 */
export function prepareSocketFolder(dataFolder: string, account: OsAccount): string {
  const name = socketFolderName(dataFolder)
  // Only root may write to /run, a reboot empties it, and no service has a private /run.
  const places = account ? ['/run', '/tmp'] : [tmpdir(), '/tmp']
  const folders = places.map(place => join(place, name)).filter(folder => Buffer.byteLength(folder) <= longestFolder)
  const folder = folders.find(canMake)
  if (folder === undefined) throw new DatabaseRefusal(`No folder for the database's socket can be made (${folders})`)
  const owner = account ?? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  if (account && lstatSync(folder).uid === 0) chownSync(folder, owner.uid, owner.gid)
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== owner.uid || (found.mode & 0o077) !== 0) {
    throw new DatabaseRefusal(`${folder} belongs to another account: check who made it, and remove it`)
  }
  return folder
}

function canMake(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 })
    return true
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'EEXIST'
  }
}

/** Runs after the server has removed its socket from the folder. */
export function removeSocketFolder(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // Another server is starting in the folder, or the folder was removed.
  }
}

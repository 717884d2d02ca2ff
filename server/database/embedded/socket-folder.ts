import { createHash } from 'node:crypto'
import { chownSync, lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseRefusal } from '../refusal.ts'
import type { OsAccount } from './os-account.ts'

/** The kernel takes 107 bytes for the path of a socket on Linux, 103 on macOS; its file name has 14. */
const longestFolder = 103 - '/.s.PGSQL.5432'.length

/**
 * A short folder of our own for the socket, always the same for one data folder. In a place where everybody may write,
 * somebody else may have made it first: then it is refused.
 */
export function prepareSocketFolder(dataFolder: string, account: OsAccount): string {
  const name = `fieldkey-${createHash('sha256').update(realpathSync(dataFolder)).digest('hex').slice(0, 16)}`
  const base = [tmpdir(), '/tmp'].find(folder => join(folder, name).length <= longestFolder) ?? '/tmp'
  const folder = join(base, name)
  const owner = account ?? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  try {
    mkdirSync(folder, { mode: 0o700 })
    if (account) chownSync(folder, owner.uid, owner.gid)
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault
  }
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== owner.uid || (found.mode & 0o077) !== 0) {
    throw new DatabaseRefusal(`${folder} belongs to somebody else: look who made it, and remove it`)
  }
  return folder
}

import { closeSync, constants, fstatSync, openSync } from 'node:fs'
import { DatabaseRefusal } from '../refusal.ts'

/**
 * Opens a file in a folder that another account may own. Refuses symbolic and hard links, because that account could
 * plant one to lead root to a file that only root may write.
 */
export function openOwn(path: string, flags: number): number {
  const file = openUnlinked(path, flags)
  const found = fstatSync(file)
  if (found.isFile() && found.nlink === 1) return file
  closeSync(file)
  throw new DatabaseRefusal(`${path} is not a plain file: find out which account made it, and remove it`)
}

function openUnlinked(path: string, flags: number): number {
  try {
    return openSync(path, flags | constants.O_NOFOLLOW | constants.O_NONBLOCK, 0o600)
  } catch (cause) {
    if (!(cause instanceof Error) || !('code' in cause) || cause.code !== 'ELOOP') throw cause
    throw new DatabaseRefusal(`${path} is a link: find out which account made it, and remove it`, { cause })
  }
}

import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** A folder that a setting names can't be made; the operator reads the sentence. */
class FolderRefusal extends Error {
  override name = 'FolderRefusal'
}

/**
 * Makes a folder and the missing ones above it. `mkdirSync` with `recursive` tries for ever where a file system reports
 * a missing parent for a folder that is there, as /proc does.
 */
export function makeFolder(path: string, { mode = 0o777 } = {}): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) return
  if (found) throw new FolderRefusal(`${path} is a file, not a folder: point DATA_DIR at a folder`)
  if (dirname(path) !== path) makeFolder(dirname(path))
  try {
    mkdirSync(path, { mode })
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
    if (code === 'EEXIST') return
    throw new FolderRefusal(`The folder ${path} can't be made (${code}): create it for the account that runs this`, {
      cause,
    })
  }
}

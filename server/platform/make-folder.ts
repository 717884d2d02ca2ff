import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** A folder named by a setting can't be created. The operator reads the sentence. */
class FolderRefusal extends Error {
  override name = 'FolderRefusal'
}

/**
 * Creates a folder and its missing parents. `mkdirSync` with `recursive` retries for ever if a file system reports a
 * missing parent for an existing folder, as /proc does.
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

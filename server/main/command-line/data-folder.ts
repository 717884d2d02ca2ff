import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Why a server of this account couldn't create its database in the folder. Creates nothing. */
export function findFolderFault(path: string): string | undefined {
  const found = existsSync(path)
  if (!found && dirname(path) !== path) return findFolderFault(dirname(path))
  if (!statSync(path).isDirectory()) return `${path} is a file, not a folder: point DATA_DIR at a folder`
  try {
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
    return undefined
  } catch {
    return `${path} can't be used by the account that runs this: check its owner and mode`
  }
}

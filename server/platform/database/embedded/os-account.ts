import { readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { DatabaseRefusal } from '../refusal.ts'

/**
 * The account that runs PostgreSQL. PostgreSQL refuses root, so root uses an unprivileged account of the machine.
 * Otherwise it is our own account.
 */
export type OsAccount = { uid: number; gid: number } | undefined

const unprivileged = ['postgres', 'nobody']

/** Root uses the account that owns the data, so that root may look into a folder that an ordinary user has started. */
export function findOsAccount(dataFolder: string): OsAccount {
  const owner = statSync(dataFolder, { throwIfNoEntry: false })
  if (process.getuid?.() !== 0) return requireOurs(dataFolder, owner?.uid)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const accounts = listAccounts()
  for (const name of unprivileged) {
    const found = accounts.find(account => account.name === name)
    if (found) return { uid: found.uid, gid: found.gid }
  }
  throw new DatabaseRefusal(
    'PostgreSQL refuses to run as root, and this machine has neither an account postgres nor an account nobody: start Fieldkey as an ordinary user, or set DATABASE_URL',
  )
}

function requireOurs(dataFolder: string, ownerId: number | undefined): undefined {
  if (ownerId === undefined || ownerId === process.getuid?.()) return undefined
  throw new DatabaseRefusal(
    `${dataFolder} belongs to another account (${findName(ownerId) ?? ownerId}): start Fieldkey as the one that it was first started as, or give it another DATA_DIR`,
  )
}

/**
 * The names under which the kernel knows the accounts that may connect. Undefined if our account is a number without a
 * name.
 */
export function listOwnNames(account: OsAccount): string[] | undefined {
  const name = account ? findName(account.uid) : findOwnName()
  if (name === undefined && !account) return undefined
  return [...new Set(['root', ...(name === undefined ? [] : [name])])]
}

function findOwnName(): string | undefined {
  try {
    return userInfo().username
  } catch {
    return undefined
  }
}

const findName = (uid: number) => listAccounts().find(account => account.uid === uid)?.name

function listAccounts(): { name: string; uid: number; gid: number }[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  return lines.map(line => {
    const [name = '', , uid, gid] = line.split(':')
    return { name, uid: Number(uid), gid: Number(gid) }
  })
}

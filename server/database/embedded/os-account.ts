import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { DatabaseRefusal } from '../refusal.ts'

/** Who runs PostgreSQL: as root, which it refuses, an unprivileged account of the machine; else ourselves. */
export type OsAccount = { uid: number; gid: number } | undefined

const unprivileged = ['postgres', 'nobody']

export function findOsAccount(): OsAccount {
  if (process.getuid?.() !== 0) return undefined
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of unprivileged) {
    const [, , uid, gid] = lines.find(line => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new DatabaseRefusal(
    'PostgreSQL refuses to run as root, and this machine has neither an account postgres nor nobody: start Fieldkey as an ordinary user, or set DATABASE_URL',
  )
}

/** The name under which the kernel knows us; none where a container runs under a number alone. */
export function findOwnName(): string | undefined {
  try {
    return userInfo().username
  } catch {
    return undefined
  }
}

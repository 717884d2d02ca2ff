import type { FindCallingSystem } from '../../platform/api/calling-system.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { hashToken, isToken } from '../../platform/token.ts'
import { findValidToken, saveTokenUse } from './service-tokens.store.ts'

/** The last use is shown to administrators. Written each time, it would make every call wait for the disk. */
const useIsKeptForMs = 60_000

/** Finds the service of a bearer token (RFC 6750, section 2.1). */
export function createFindCallingSystem({ db, clock }: { db: Db; clock: Clock }): FindCallingSystem {
  return async function findCallingSystem(authorization) {
    const token = /^Bearer ([\w-]+)$/i.exec(authorization ?? '')?.[1] ?? ''
    if (!isToken(token)) return undefined
    const now = clock.now()
    const found = await findValidToken(db, { tokenHash: hashToken(token), now })
    if (!found) return undefined
    if (now.getTime() - (found.lastUsedAt?.getTime() ?? 0) > useIsKeptForMs) {
      await saveTokenUse(db, { id: found.id, at: now })
    }
    return { tokenId: found.id, name: found.name, rights: found.rights }
  }
}

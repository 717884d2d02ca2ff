import { hasUsers } from '../../people/accounts/everybody.query.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { limits } from '../../platform/limits/limits.ts'
import { hashToken, makeToken } from '../../platform/token.ts'
import { insertLink } from './set-up.store.ts'

type Needs = { db: Db; clock: Clock; publicUrl: string }

/**
 * Makes the way to the first administrator, for the terminal of whoever starts the server; nothing where somebody is there
 * already. Servers that start side by side make one each: all of them end with the first user.
 */
export function createMakeSetUpLink({ db, clock, publicUrl }: Needs) {
  return async function makeSetUpLink(): Promise<string | undefined> {
    if (await hasUsers(db)) return undefined
    const handle = makeToken()
    const madeAt = clock.now()
    const expiresAt = new Date(madeAt.getTime() + limits.setUp.linkSeconds * 1000)
    await insertLink(db, { handleHash: hashToken(handle), madeAt, expiresAt })
    return `${publicUrl}/set-up/${handle}`
  }
}

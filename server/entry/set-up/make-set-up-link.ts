import { hasUsers } from '../../people/accounts/everybody.query.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { limits } from '../../platform/limits/limits.ts'
import { hashToken, makeToken } from '../../platform/token.ts'
import { insertLink } from './set-up.store.ts'

type Needs = { db: Db; clock: Clock; publicUrl: string }

/**
 * Makes a set-up link for the terminal at server start; undefined if a user already exists. Servers that start together
 * each make one, and the first user ends them all.
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

import {
  findHalfDoneSignIn,
  type HalfDoneSignIn,
  insertHalfDoneSignIn,
} from '../../people/sessions/half-done-sign-ins.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Queryable } from '../../platform/database/tables.ts'
import { limits } from '../../platform/limits/limits.ts'
import { hashToken, isToken, makeToken } from '../../platform/token.ts'

type Needs = { db: Db; clock: Clock }
type FirstStep = Pick<HalfDoneSignIn, 'accountId' | 'mustAdd'> & { methods?: readonly string[] }

/** Keeps a sign-in whose first step was right. Only the browser that gets the token can go on with it. */
export function createBeginHalfDone({ db, clock }: Needs) {
  return async function beginHalfDone({ methods = ['pwd'], ...first }: FirstStep, within: Queryable = db) {
    const at = clock.now()
    const halfToken = makeToken()
    const expiresAt = new Date(at.getTime() + limits.halfDoneSignIns.seconds * 1000)
    await insertHalfDoneSignIn(within, { ...first, methods, tokenHash: hashToken(halfToken), at, expiresAt })
    return { halfToken }
  }
}

export type BeginHalfDone = ReturnType<typeof createBeginHalfDone>

export function createReadHalfDone({ db, clock }: Needs) {
  return async function readHalfDone(halfToken: string | undefined): Promise<HalfDoneSignIn | undefined> {
    if (halfToken === undefined || !isToken(halfToken)) return undefined
    return findHalfDoneSignIn(db, { tokenHash: hashToken(halfToken), now: clock.now() })
  }
}

import type { Clock } from '../../platform/clock.ts'
import type { Db, ResetPurpose } from '../../platform/database/tables.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { hashToken, isToken } from '../../platform/token.ts'
import { type FoundPair, findPair, type ResetPair } from './recovery.store.ts'
import { canCheckCode } from './reset-secrets.ts'

export type LinkEnd =
  | 'used'
  | 'expired'
  | 'exhausted'
  | 'password-changed'
  | 'address-changed'
  | 'replaced'
  | 'stopped'
  /** The key that made the code is gone. A code that can't be checked costs no try. */
  | 'unreadable'

export type Link =
  | { kind: 'unknown' }
  | { kind: 'ended'; why: LinkEnd; accountId: string }
  | { kind: 'live'; pair: FoundPair }

/** Reads the state of a link (J11). Changes nothing, because mail scanners open links too. */
export function createReadLink({ db, clock, secrets }: { db: Db; clock: Clock; secrets: Secrets }) {
  /** A link of one purpose is unknown to the other. */
  return async function readLink(handle: string, purpose?: ResetPurpose): Promise<Link> {
    if (!isToken(handle)) return { kind: 'unknown' }
    const pair = await findPair(db, hashToken(handle))
    if (!pair || (purpose !== undefined && pair.purpose !== purpose)) return { kind: 'unknown' }
    const why = whyEnded(pair, clock.now()) ?? (canCheckCode(secrets, pair) ? undefined : 'unreadable')
    return why ? { kind: 'ended', why, accountId: pair.accountId } : { kind: 'live', pair }
  }
}

export type ReadLink = ReturnType<typeof createReadLink>

export function whyEnded(pair: ResetPair, now: Date): LinkEnd | undefined {
  if (pair.usedAt) return 'used'
  if (pair.voidedAt) return voidWord(pair)
  if (pair.tries >= limits.triesPerCode.points) return 'exhausted'
  if (pair.expiresAt <= now) return 'expired'
  return undefined
}

function voidWord({ voidReason }: ResetPair): LinkEnd {
  if (voidReason === 'password-changed' || voidReason === 'address-changed') return voidReason
  return voidReason === 'not-accepted' ? 'replaced' : 'stopped'
}

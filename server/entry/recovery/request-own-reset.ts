import { readUsername } from '../../people/accounts/username.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Caller } from '../../platform/http/caller.ts'
import type { Limiter } from '../../platform/limits/limiter.ts'
import { hashToken } from '../../platform/token.ts'
import { findKnownAsker } from './known-asker.query.ts'
import { findPair } from './recovery.store.ts'
import type { RequestReset } from './request-reset.ts'
import { type AskedWith, insertAsk } from './reset-asks.store.ts'
import { createTakeRequestShare } from './take-request-share.ts'

export type OwnReset = {
  /** A username typed at the form, or the account of an earlier link. */
  by: { username: string } | { handle: string }
  caller: Caller
  /** The cookie of a device that has signed in here before, if any. */
  deviceToken: string | undefined
}

export type OwnResetAsked =
  /** The worker decides later: everyone gets this answer, with or without an account. */
  | { kind: 'heard' }
  | { kind: 'too-many-requests'; retryAfterSeconds: number }
  /** Shown only to a known device of the account. */
  | { kind: 'too-many-mails'; retryAfterSeconds: number }

type Needs = { db: Db; clock: Clock; limiter: Limiter; requestReset: RequestReset }

/**
 * Requests a reset for anyone: by OK in the popup, or by the button of an ended link. A stranger's request is only
 * recorded here, with the same statement for every name. The worker decides after the answer (take-asks.job.ts).
 */
export function createRequestOwnReset({ db, clock, limiter, requestReset }: Needs) {
  const takeRequestShare = createTakeRequestShare({ db, clock, limiter })

  /** A known device has proved that the account exists, so it may learn that a limit refused the request. */
  async function requestOnKnownDevice(accountId: string, { by, caller, deviceToken = '' }: OwnReset) {
    const pair = 'handle' in by ? await findPair(db, hashToken(by.handle)) : undefined
    const asker = { askedBy: 'self', ...caller, knownDeviceHash: hashToken(deviceToken) } as const
    const asked = await requestReset({ accountId, asker, purpose: pair?.purpose ?? 'reset' })
    return asked.kind === 'too-many' ? ({ ...asked, kind: 'too-many-mails' } as const) : ({ kind: 'heard' } as const)
  }

  return async function requestOwnReset(request: OwnReset): Promise<OwnResetAsked> {
    const { caller, deviceToken } = request
    const askedWith = askedWithOf(request.by)
    const name = 'usernameKey' in askedWith ? askedWith.usernameKey : askedWith.handleHash.toString('base64url')
    const taken = await takeRequestShare({ network: caller.network, deviceToken, name })
    if (taken.kind === 'refused') return { kind: 'too-many-requests', retryAfterSeconds: taken.retryAfterSeconds }
    const now = clock.now()
    if (deviceToken !== undefined) {
      const accountId = await findKnownAsker(db, { askedWith, tokenHash: hashToken(deviceToken), now })
      if (accountId !== undefined) return requestOnKnownDevice(accountId, request)
    }
    await insertAsk(db, { with: askedWith, ...caller, askedAt: now })
    return { kind: 'heard' }
  }
}

export type RequestOwnReset = ReturnType<typeof createRequestOwnReset>

function askedWithOf(by: OwnReset['by']): AskedWith {
  if ('handle' in by) return { handleHash: hashToken(by.handle) }
  const read = readUsername(by.username)
  // No account has an empty name: input that can't be a username takes the same path.
  return { usernameKey: read.kind === 'read' ? read.username.key : '' }
}

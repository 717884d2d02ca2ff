import { findAccountByKey } from '../accounts/accounts.store.ts'
import { readUsername } from '../accounts/username.ts'
import type { Clock } from '../clock.ts'
import type { Db, ResetPurpose } from '../database/tables.ts'
import type { Caller } from '../http/caller.ts'
import type { Limiter } from '../limits/limiter.ts'
import { isKnownDeviceOf } from '../sessions/known-devices.store.ts'
import { hashToken, isToken } from '../token.ts'
import { findPair } from './recovery.store.ts'
import type { RequestReset } from './request-reset.ts'

export type OwnReset = {
  /** Whose: typed at the form, or the account of an ended link. */
  by: { username: string } | { handle: string }
  caller: Caller
  /** The cookie of a device that has signed in here before, if there is one. */
  deviceToken: string | undefined
}

export type OwnResetAsked =
  /** A mail goes out, or there is nobody to send it to: the same to everybody. */
  | { kind: 'heard' }
  | { kind: 'too-many-requests'; retryAfterSeconds: number }
  /** Told to a known device of the account alone. */
  | { kind: 'too-many-mails'; retryAfterSeconds: number }

type Needs = { db: Db; clock: Clock; limiter: Limiter; requestReset: RequestReset }

/** The door for everybody: OK in the popup, and the button of an ended link. */
export function createRequestOwnReset({ db, clock, limiter, requestReset }: Needs) {
  async function findAsked(by: OwnReset['by']): Promise<{ accountId: string; purpose?: ResetPurpose } | undefined> {
    if ('handle' in by) return isToken(by.handle) ? findPair(db, hashToken(by.handle)) : undefined
    const read = readUsername(by.username)
    const account = read.kind === 'read' ? await findAccountByKey(db, read.username.key) : undefined
    return account && { accountId: account.id }
  }

  async function findKnownDevice(accountId: string, { deviceToken }: OwnReset): Promise<Buffer | undefined> {
    if (deviceToken === undefined) return undefined
    const tokenHash = hashToken(deviceToken)
    return (await isKnownDeviceOf(db, { accountId, tokenHash, now: clock.now() })) ? tokenHash : undefined
  }

  return async function requestOwnReset(request: OwnReset): Promise<OwnResetAsked> {
    const { network, device } = request.caller
    const [taken, found] = await Promise.all([
      limiter.takeOfNetwork('resetRequestsPerNetwork', network),
      findAsked(request.by),
    ])
    if (taken.kind === 'refused') return { kind: 'too-many-requests', retryAfterSeconds: taken.retryAfterSeconds }
    if (!found) return { kind: 'heard' }
    const { accountId, purpose = 'reset' } = found
    const knownDeviceHash = await findKnownDevice(accountId, request)
    const asker = { askedBy: 'self', network, device, knownDeviceHash } as const
    const asked = await requestReset({ accountId, purpose, asker })
    if (asked.kind === 'too-many' && knownDeviceHash) return { ...asked, kind: 'too-many-mails' }
    return { kind: 'heard' }
  }
}

export type RequestOwnReset = ReturnType<typeof createRequestOwnReset>

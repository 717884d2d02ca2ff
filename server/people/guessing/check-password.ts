import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Caller } from '../../platform/http/caller.ts'
import type { Guest } from '../../platform/limits/gate.ts'
import { limits } from '../../platform/limits/limits.ts'
import { networksAround } from '../../platform/limits/networks-around.ts'
import type { Hasher } from '../../platform/passwords/password-hashing.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { hashToken, isToken } from '../../platform/token.ts'
import { type Account, type ClosedBecause, whyClosed } from '../accounts/account.ts'
import { findOnlyWay } from '../company-providers/matching-providers.ts'
import { listProviders } from '../company-providers/providers.store.ts'
import { countFailure, everybody } from './failures.store.ts'
import { getGuessing, hasOwnTries } from './guessing.query.ts'
import { hashUsername } from './hash-username.ts'
import { judgeTry, waitAfter } from './judge-try.ts'

export type PasswordTry = {
  usernameKey: string
  password: string
  caller: Caller
  /** The cookie of a device that has signed in here before, if any. */
  deviceToken: string | undefined
}

export type PasswordChecked =
  | {
      kind: 'correct'
      account: Account
      isOutdated: boolean /** Guesses are counted on this device. */
      hasFailed: boolean
    }
  /** Wrong password, an account that can't sign in, or no account: the response never says which. */
  | { kind: 'wrong'; account: Account | undefined; failure: Failure }
  | { kind: 'wait'; retryAfterSeconds: number }

/** For the audit log, where an administrator looks for the cause. */
export type Failure = {
  why: ClosedBecause | 'wrong' | 'compromised' | 'never-chosen' | 'company-only'
  /** The failures so far, of this device or of all unknown devices together. */
  failures: number
  /** How long unknown devices have to wait now. */
  waitSeconds: number
}

type Needs = { db: Db; clock: Clock; secrets: Secrets }

/**
 * Checks a password and counts a failure. The counts are read when hashing starts: concurrent guesses can then exceed a
 * limit by no more than the number of parallel hashes.
 */
export function createCheckPassword({ db, clock, secrets }: Needs) {
  function hashesOf({ usernameKey, caller, deviceToken }: PasswordTry) {
    return {
      usernameHash: hashUsername(secrets, usernameKey),
      networkHashes: networksAround(caller.network).map(network => secrets.hmac('network', network).mac),
      deviceHash: deviceToken === undefined ? everybody : hashToken(deviceToken),
    }
  }

  async function count(request: PasswordTry, countsOn: 'device' | 'everybody') {
    const { usernameHash, networkHashes, deviceHash } = hashesOf(request)
    const at = clock.now()
    const began = (windowSeconds: number) => new Date(at.getTime() - windowSeconds * 1000)
    const ofUsername = { usernameHash, deviceHash: countsOn === 'device' ? deviceHash : everybody }
    const failures = await countFailure(db, {
      ...ofUsername,
      at,
      windowBegan: began(limits.signInFailures.windowSeconds),
    })
    const windowBegan = began(limits.signInFailuresPerNetwork.windowSeconds)
    for (const networkHash of networkHashes) {
      await countFailure(db, { usernameHash: networkHash, deviceHash: everybody, at, windowBegan })
    }
    return { failures, waitSeconds: countsOn === 'device' ? 0 : waitAfter(failures) }
  }

  return async function checkPassword(hasher: Hasher, request: PasswordTry): Promise<PasswordChecked> {
    const now = clock.now()
    const { usernameKey, caller, password } = request
    const guessing = await getGuessing(db, { ...hashesOf(request), usernameKey, network: caller.network, now })
    // Read for every username, so that the answer takes as long for each.
    const providers = await listProviders(db)
    const { account, isKnownDevice } = guessing
    const isCompanyOnly = account !== undefined && findOnlyWay(providers, account) !== undefined
    const verdict = judgeTry(guessing, now)
    if (verdict.kind === 'wait') return { kind: 'wait', retryAfterSeconds: verdict.seconds }
    const { isCorrect, isOutdated } = await hasher.verify(account?.passwordHash ?? null, password)
    if (isCorrect && account && canSignIn(account) && !isCompanyOnly) {
      const hasFailed = isKnownDevice && guessing.device !== undefined
      return { kind: 'correct', account, isOutdated, hasFailed }
    }
    const counted = await count(request, verdict.countsOn)
    return {
      kind: 'wrong',
      account,
      failure: { why: isCorrect && isCompanyOnly ? 'company-only' : whyFailed(account, isCorrect), ...counted },
    }
  }
}

export type CheckPassword = ReturnType<typeof createCheckPassword>

/** A signed-in person's place in the hashing queue. */
export function guestOf({ usernameKey, caller }: Pick<PasswordTry, 'usernameKey' | 'caller'>): Guest {
  return { network: caller.network, reservedFor: usernameKey }
}

/**
 * The place of a sign-in in the hashing queue. A known device of the account has a reserved place until its own tries
 * are used up: otherwise strangers who fill the queue would keep the person out.
 */
export function createFindGuest({ db, clock, secrets }: Needs) {
  return async function findGuest(request: Omit<PasswordTry, 'password'>): Promise<Guest> {
    const { usernameKey, caller, deviceToken } = request
    if (deviceToken === undefined || !isToken(deviceToken)) return { network: caller.network }
    const now = clock.now()
    const { windowSeconds, knownDevice: most } = limits.signInFailures
    const isKnown = await hasOwnTries(db, {
      usernameKey,
      usernameHash: hashUsername(secrets, usernameKey),
      deviceHash: hashToken(deviceToken),
      since: new Date(now.getTime() - windowSeconds * 1000),
      now,
      most,
    })
    return isKnown ? guestOf(request) : { network: caller.network }
  }
}

function canSignIn(account: Account): boolean {
  return whyClosed(account) === undefined && account.compromisedAt === null
}

/**
 * Why a password that was right a moment ago no longer opens the account; undefined if it still does. Closing the
 * account or changing the password ends the sessions that exist at that moment, so it can't end one that starts just
 * after.
 */
export function whyNoLonger(checked: Account, now: Account): Failure['why'] | undefined {
  if (checked.passwordChangedAt?.getTime() !== now.passwordChangedAt?.getTime()) return 'wrong'
  return canSignIn(now) ? undefined : whyFailed(now, true)
}

/**
 * A right password for a closed account is recorded separately. Only the audit log shows it, and the work is the same.
 */
function whyFailed(account: Account | undefined, isCorrect: boolean): Failure['why'] {
  if (!account || !isCorrect) return account?.passwordHash === null ? 'never-chosen' : 'wrong'
  return whyClosed(account) ?? 'compromised'
}

import type { Clock } from '../clock.ts'
import type { Db } from '../database/tables.ts'
import type { Caller } from '../http/caller.ts'
import { limits } from '../limits/limits.ts'
import type { Hasher } from '../passwords/password-hashing.ts'
import type { Secrets } from '../secrets.ts'
import { findAcquaintance } from '../sessions/known-devices.store.ts'
import { hashToken } from '../token.ts'
import { type Account, whyClosed } from './account.ts'
import { findAccountByKey } from './accounts.store.ts'
import { countFailure, everybody, type FailureSubject, listFailures } from './failures.store.ts'
import { readStanding } from './guess-standing.ts'
import { hashUsername } from './hash-username.ts'

export type PasswordTry = {
  usernameKey: string
  password: string
  caller: Caller
  /** The cookie of a device that has signed in here before, if there is one. */
  deviceToken: string | undefined
}

export type PasswordChecked =
  | { kind: 'correct'; account: Account; isOutdated: boolean; isKnownDevice: boolean }
  /** Wrong, or of an account that cannot sign in, or of none: nothing tells which. */
  | { kind: 'wrong'; account: Account | undefined }
  | { kind: 'wait'; retryAfterSeconds: number }

type Needs = { db: Db; clock: Clock; secrets: Secrets }

/**
 * Checks a password and counts a failure. The counts are read when the turn to hash has come, so that of many guesses
 * at once no more pass a limit than hash at the same time.
 */
export function createCheckPassword({ db, clock, secrets }: Needs) {
  function subjectsOf({ usernameKey, caller }: PasswordTry, deviceHash: Buffer | undefined) {
    const usernameHash = hashUsername(secrets, usernameKey)
    const network: FailureSubject = {
      usernameHash: secrets.hmac('network', caller.network).mac,
      deviceHash: everybody,
    }
    const device = deviceHash && { usernameHash, deviceHash }
    return { everybody: { usernameHash, deviceHash: everybody }, network, device }
  }
  type Subjects = ReturnType<typeof subjectsOf>

  async function findStanding(account: Account | undefined, request: PasswordTry, subjects: Subjects) {
    const now = clock.now()
    const asked = [subjects.everybody, subjects.network, ...(subjects.device ? [subjects.device] : [])]
    const counts = await listFailures(db, asked)
    const countOf = (subject: FailureSubject | undefined) => subject && counts.find(count => isSame(count, subject))
    const guessing = {
      now,
      everybody: countOf(subjects.everybody),
      network: countOf(subjects.network),
      device: countOf(subjects.device),
    }
    const acquaintance = await findAcquaintanceIfOfUse(account, request, subjects, guessing.everybody !== undefined)
    return { ...acquaintance, standing: readStanding({ ...guessing, ...acquaintance }) }
  }

  /** Only who brings a device, or meets a count, has something to gain from being known. */
  async function findAcquaintanceIfOfUse(
    account: Account | undefined,
    { caller }: PasswordTry,
    { device }: Subjects,
    isCounted: boolean,
  ) {
    if (!account || (!device && !isCounted)) return { isKnownDevice: false, isKnownNetwork: false }
    const tokenHash = device?.deviceHash ?? everybody
    return findAcquaintance(db, { accountId: account.id, tokenHash, network: caller.network, now: clock.now() })
  }

  async function count(subjects: Subjects, countsOn: 'device' | 'everybody') {
    const at = clock.now()
    const began = (windowSeconds: number) => new Date(at.getTime() - windowSeconds * 1000)
    const subject = (countsOn === 'device' && subjects.device) || subjects.everybody
    await countFailure(db, { ...subject, at, windowBegan: began(limits.signInFailures.windowSeconds) })
    const windowBegan = began(limits.signInFailuresPerNetwork.windowSeconds)
    await countFailure(db, { ...subjects.network, at, windowBegan })
  }

  return async function checkPassword(hasher: Hasher, request: PasswordTry): Promise<PasswordChecked> {
    const account = await findAccountByKey(db, request.usernameKey)
    const deviceHash = request.deviceToken === undefined ? undefined : hashToken(request.deviceToken)
    const subjects = subjectsOf(request, deviceHash)
    const { standing, isKnownDevice } = await findStanding(account, request, subjects)
    if (standing.kind === 'wait') return { kind: 'wait', retryAfterSeconds: standing.seconds }
    const { isCorrect, isOutdated } = await hasher.verify(account?.passwordHash ?? null, request.password)
    if (isCorrect && account && canSignIn(account)) return { kind: 'correct', account, isOutdated, isKnownDevice }
    await count(subjects, standing.countsOn)
    return { kind: 'wrong', account }
  }
}

export type CheckPassword = ReturnType<typeof createCheckPassword>

function canSignIn(account: Account): boolean {
  return whyClosed(account) === undefined && account.compromisedAt === null
}

const isSame = (a: FailureSubject, b: FailureSubject) =>
  a.usernameHash.equals(b.usernameHash) && a.deviceHash.equals(b.deviceHash)

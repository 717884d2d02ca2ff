import type { Account } from '../../people/accounts/account.ts'
import { getAccount, replacePasswordHash } from '../../people/accounts/accounts.store.ts'
import { readUsername } from '../../people/accounts/username.ts'
import type { FindNextStep } from '../../people/factors/find-next-step.ts'
import {
  type CheckPassword,
  createFindGuest,
  type Failure,
  type PasswordTry,
  whyNoLonger,
} from '../../people/guessing/check-password.ts'
import { clearFailuresOfDevice } from '../../people/guessing/failures.store.ts'
import { hashUsername } from '../../people/guessing/hash-username.ts'
import { deleteHalfDoneSignIn } from '../../people/sessions/half-done-sign-ins.store.ts'
import { trustedBrowser } from '../../people/sessions/read-session.ts'
import type { StartSession } from '../../people/sessions/start-session.ts'
import { takeBackSession } from '../../people/sessions/take-back-session.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Queryable, Tx } from '../../platform/database/tables.ts'
import type { Caller } from '../../platform/http/caller.ts'
import type { Busy } from '../../platform/limits/gate.ts'
import type { InEvenTime } from '../../platform/passwords/even-answers.ts'
import type { Hasher, PasswordHashing } from '../../platform/passwords/password-hashing.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { hashToken } from '../../platform/token.ts'
import type { BeginHalfDone } from '../second-step/half-done.ts'

export type SignIn = Omit<PasswordTry, 'usernameKey'> & { username: string; sessionToken: string | undefined }

export type SignedIn =
  | { kind: 'signed-in'; sessionToken: string; deviceToken: string }
  /** The password was right, and the second step is still to come. */
  | { kind: 'half-done'; halfToken: string }
  | { kind: 'refused' }
  | { kind: 'wait'; retryAfterSeconds: number }
  | Busy

type Needs = {
  db: Db
  clock: Clock
  secrets: Secrets
  hashing: PasswordHashing
  checkPassword: CheckPassword
  inEvenTime: InEvenTime
  startSession: StartSession
  findNextStep: FindNextStep
  beginHalfDone: BeginHalfDone
}

/**
 * Signs in with username and password. A refusal never says why: wrong, unknown, inactive, unlicensed, locked and
 * compromised get the same answer after the same work (ASVS 6.3.8).
 */
export function createSignInWithPassword(needs: Needs) {
  const { db, clock, hashing, checkPassword } = needs
  const findGuest = createFindGuest(needs)

  type Refusal = { accountId: string | null; caller: Caller; details: Failure }
  const refuse = (tx: Queryable, { caller, ...refusal }: Refusal) =>
    recordEvent(tx, { at: clock.now(), action: 'sign-in-refused', actor: 'nobody', ...caller, ...refusal })

  async function signIn(request: SignIn): Promise<SignedIn> {
    const usernameKey = usernameKeyOf(request.username)
    const { caller, deviceToken } = request
    // Only reading and counting guesses happens in the hashing turn: writing rows there would keep others from hashing.
    const checked = await hashing.inTurn(await findGuest({ ...request, usernameKey }), async hasher => {
      const found = await checkPassword(hasher, { ...request, usernameKey })
      if (found.kind === 'correct' && found.isOutdated) await rehash(needs, hasher, found.account, request.password)
      return found
    })
    switch (checked.kind) {
      case 'busy':
      case 'wait':
        return checked
      case 'wrong': {
        await refuse(db, { accountId: checked.account?.id ?? null, caller, details: checked.failure })
        return { kind: 'refused' }
      }
      case 'correct': {
        if (checked.hasFailed && deviceToken !== undefined) await forgive(needs, usernameKey, deviceToken)
        const { account } = checked
        const begun = await begin(needs, account, request)
        const why = whyNoLonger(account, await getAccount(db, account.id))
        if (!why) return begun
        await db.transaction().execute(async tx => {
          await takeBack(tx, account.id, begun)
          await refuse(tx, { accountId: account.id, caller, details: { why, failures: 0, waitSeconds: 0 } })
        })
        return { kind: 'refused' }
      }
    }
  }

  return async function signInWithPassword(request: SignIn): Promise<SignedIn> {
    return needs.inEvenTime(() => signIn(request))
  }
}

export type SignInWithPassword = ReturnType<typeof createSignInWithPassword>

/**
 * A name that can't be a username belongs to no account. It is checked like any other name, so that it takes as long.
 */
function usernameKeyOf(typed: string): string {
  const read = readUsername(typed)
  return read.kind === 'read' ? read.username.key : typed.slice(0, 300)
}

type Begun = Extract<SignedIn, { kind: 'signed-in' | 'half-done' }>

/** Starts the session, or a half-done sign-in if a second step follows. */
async function begin(needs: Needs, account: Account, request: SignIn): Promise<Begun> {
  const { caller, deviceToken, sessionToken } = request
  const accountId = account.id
  const step = await needs.findNextStep(account, deviceToken)
  if (step.kind === 'code' || step.kind === 'add') {
    return { kind: 'half-done', ...(await needs.beginHalfDone({ accountId, mustAdd: step.kind === 'add' })) }
  }
  const methods = step.kind === 'trusted' ? ['pwd', trustedBrowser] : ['pwd']
  const begun = await needs.startSession({ accountId, caller, sessionToken, deviceToken, methods })
  return { kind: 'signed-in', ...begun }
}

async function takeBack(tx: Tx, accountId: string, begun: Begun): Promise<void> {
  if (begun.kind === 'half-done') await deleteHalfDoneSignIn(tx, hashToken(begun.halfToken))
  else await takeBackSession(tx, { accountId, ...begun })
}

/** Only here is the plain password available. */
async function rehash({ db }: Needs, hasher: Hasher, { id, passwordHash }: Account, password: string): Promise<void> {
  if (passwordHash === null) return
  await replacePasswordHash(db, { id, from: passwordHash, to: await hasher.hash(password) })
}

/** The person knew the password after all, so the failures on their own device were theirs: clears them. */
async function forgive({ db, secrets }: Needs, usernameKey: string, deviceToken: string): Promise<void> {
  const usernameHash = hashUsername(secrets, usernameKey)
  await clearFailuresOfDevice(db, { usernameHash, deviceHash: hashToken(deviceToken) })
}

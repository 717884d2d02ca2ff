import { replacePasswordHash } from '../accounts/accounts.store.ts'
import type { CheckPassword, PasswordTry } from '../accounts/check-password.ts'
import { clearFailuresOfDevice } from '../accounts/failures.store.ts'
import { hashUsername } from '../accounts/hash-username.ts'
import { readUsername } from '../accounts/username.ts'
import { recordEvent } from '../audit/audit.store.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../database/tables.ts'
import type { Busy, Hasher, PasswordHashing } from '../passwords/password-hashing.ts'
import type { Secrets } from '../secrets.ts'
import type { StartSession } from '../sessions/start-session.ts'
import { hashToken } from '../token.ts'

export type SignIn = Omit<PasswordTry, 'usernameKey'> & { username: string; sessionToken: string | undefined }

export type SignedIn =
  | { kind: 'signed-in'; sessionToken: string; deviceToken: string }
  | { kind: 'refused' }
  | { kind: 'wait'; retryAfterSeconds: number }
  | Busy

type Needs = {
  db: Db
  clock: Clock
  secrets: Secrets
  hashing: PasswordHashing
  checkPassword: CheckPassword
  startSession: StartSession
}

/**
 * Signs in with username and password. Whoever is refused learns nothing of why: wrong, unknown, inactive, unlicensed,
 * locked and compromised are one answer, after the same work (ASVS 6.3.8).
 */
export function createSignInWithPassword(needs: Needs) {
  const { db, clock, secrets, hashing, checkPassword, startSession } = needs

  async function signIn(hasher: Hasher, request: SignIn): Promise<SignedIn> {
    const read = readUsername(request.username)
    const usernameKey = read.kind === 'read' ? read.username.key : request.username.slice(0, 300)
    const { caller, deviceToken } = request
    const checked = await checkPassword(hasher, { ...request, usernameKey })
    if (checked.kind === 'wait') return checked
    if (checked.kind === 'wrong') {
      await recordEvent(db, {
        at: clock.now(),
        action: 'sign-in-refused',
        actor: 'nobody',
        accountId: checked.account?.id ?? null,
        ...caller,
      })
      return { kind: 'refused' }
    }
    const { account, isOutdated, hasFailed } = checked
    if (isOutdated && account.passwordHash !== null) {
      const to = await hasher.hash(request.password)
      await replacePasswordHash(db, { id: account.id, from: account.passwordHash, to })
    }
    if (hasFailed && deviceToken !== undefined) {
      const usernameHash = hashUsername(secrets, usernameKey)
      await clearFailuresOfDevice(db, { usernameHash, deviceHash: hashToken(deviceToken) })
    }
    const { sessionToken } = request
    return { kind: 'signed-in', ...(await startSession({ accountId: account.id, caller, sessionToken, deviceToken })) }
  }

  return (request: SignIn): Promise<SignedIn> => hashing.inTurn(hasher => signIn(hasher, request))
}

export type SignInWithPassword = ReturnType<typeof createSignInWithPassword>

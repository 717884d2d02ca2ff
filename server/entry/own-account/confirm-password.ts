import { type CheckPassword, guestOf, type PasswordTry } from '../../people/guessing/check-password.ts'
import { renewSession } from '../../people/sessions/sessions.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Busy } from '../../platform/limits/gate.ts'
import type { PasswordHashing } from '../../platform/passwords/password-hashing.ts'
import { hashToken, makeToken } from '../../platform/token.ts'

export type PasswordConfirmed =
  | { kind: 'confirmed'; sessionToken: string }
  | { kind: 'wrong-password' }
  | { kind: 'wait'; retryAfterSeconds: number }
  | Busy

type Needs = { db: Db; clock: Clock; hashing: PasswordHashing; checkPassword: CheckPassword }

/** Lets a signed-in person prove their identity again, and continues the session under a new token (ASVS 7.2.4). */
export function createConfirmPassword({ db, clock, hashing, checkPassword }: Needs) {
  return (request: PasswordTry & { sessionId: string }): Promise<PasswordConfirmed> =>
    hashing.inTurn(guestOf(request), async hasher => {
      const checked = await checkPassword(hasher, request)
      if (checked.kind === 'wait') return checked
      if (checked.kind === 'wrong') return { kind: 'wrong-password' }
      const sessionToken = makeToken()
      const tokenHash = hashToken(sessionToken)
      await db.transaction().execute(tx => renewSession(tx, { id: request.sessionId, tokenHash, at: clock.now() }))
      return { kind: 'confirmed', sessionToken }
    })
}

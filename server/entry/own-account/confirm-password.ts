import type { ReadNextStep } from '../../people/factors/find-next-step.ts'
import { type CheckPassword, guestOf, type PasswordTry } from '../../people/guessing/check-password.ts'
import { renewSession } from '../../people/sessions/sessions.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Busy } from '../../platform/limits/gate.ts'
import type { PasswordHashing } from '../../platform/passwords/password-hashing.ts'
import { hashToken, makeToken } from '../../platform/token.ts'
import type { CheckCode } from '../second-step/check-code.ts'
import { passwordAndCode } from '../second-step/pass-second-step.ts'

export type PasswordConfirmed =
  | { kind: 'confirmed'; sessionToken: string }
  | { kind: 'wrong-password' }
  /** The person has a second step: the password alone confirms nothing. */
  | { kind: 'wrong-code' }
  | { kind: 'wrong-passkey' }
  | { kind: 'wait'; retryAfterSeconds: number }
  | Busy

type Needs = {
  db: Db
  clock: Clock
  hashing: PasswordHashing
  checkPassword: CheckPassword
  checkCode: CheckCode
  readNextStep: ReadNextStep
}

/** Lets a signed-in person prove their identity again, and continues the session under a new token (ASVS 7.2.4). */
export function createConfirmPassword({ db, clock, hashing, checkPassword, checkCode, readNextStep }: Needs) {
  return (request: PasswordTry & { sessionId: string; code: string }): Promise<PasswordConfirmed> =>
    hashing.inTurn(guestOf(request), async hasher => {
      const checked = await checkPassword(hasher, request)
      if (checked.kind === 'wait') return checked
      if (checked.kind === 'wrong') return { kind: 'wrong-password' }
      const { account } = checked
      const hasFactor = (await readNextStep(account)).kind === 'code'
      if (hasFactor) {
        const proved = await checkCode({ ...request, accountId: account.id, typed: request.code })
        if (proved.kind === 'too-many') return { kind: 'wait', retryAfterSeconds: proved.retryAfterSeconds }
        if (proved.kind === 'wrong') return { kind: 'wrong-code' }
      }
      const sessionToken = makeToken()
      const renewed = { id: request.sessionId, tokenHash: hashToken(sessionToken), at: clock.now() }
      const methods = hasFactor && { methods: passwordAndCode }
      await db.transaction().execute(tx => renewSession(tx, { ...renewed, ...methods }))
      return { kind: 'confirmed', sessionToken }
    })
}

import { lockAccount } from '../../people/accounts/accounts.store.ts'
import { contextOf } from '../../people/accounts/password-context.ts'
import { type CheckPassword, guestOf, type PasswordTry } from '../../people/guessing/check-password.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import { renewSession } from '../../people/sessions/sessions.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Busy } from '../../platform/limits/gate.ts'
import type { Hasher, PasswordHashing } from '../../platform/passwords/password-hashing.ts'
import type { PasswordRule } from '../../platform/passwords/password-rule.ts'
import { hashToken, makeToken } from '../../platform/token.ts'
import { judgeNewPassword, type NewPasswordRefusal } from '../recovery/judge-new-password.ts'
import type { SavePassword } from '../recovery/save-password.ts'

export type PasswordChange = PasswordTry & { sessionId: string; first: string; second: string }

export type PasswordChanged =
  | { kind: 'changed'; sessionToken: string }
  | { kind: 'wrong-password' }
  | { kind: 'wait'; retryAfterSeconds: number }
  | { kind: 'refused-password'; refusal: NewPasswordRefusal }
  | Busy

type Needs = {
  db: Db
  clock: Clock
  hashing: PasswordHashing
  rule: PasswordRule
  checkPassword: CheckPassword
  savePassword: SavePassword
}

/** Changes the password of a signed-in person who knows the current one (ASVS 6.2.3). Ends every other session. */
export function createChangePassword(needs: Needs) {
  const { db, clock, hashing, rule, checkPassword, savePassword } = needs

  async function change(hasher: Hasher, request: PasswordChange): Promise<PasswordChanged> {
    const checked = await checkPassword(hasher, request)
    if (checked.kind === 'wait') return checked
    if (checked.kind === 'wrong') return { kind: 'wrong-password' }
    const context = contextOf(checked.account, await getOrganisation(db))
    const refusal = judgeNewPassword(rule, { ...request, context })
    if (refusal) return { kind: 'refused-password', refusal }
    const passwordHash = await hasher.hash(request.first)
    const sessionToken = makeToken()
    return db.transaction().execute(async tx => {
      const account = await lockAccount(tx, checked.account.id)
      // A concurrent request changed the password: the verified one is no longer current.
      if (account.passwordHash !== checked.account.passwordHash) return { kind: 'wrong-password' }
      const { sessionId: exceptSessionId, caller } = request
      const at = clock.now()
      await savePassword(tx, { account, passwordHash, at, action: 'password-changed', caller, exceptSessionId })
      await renewSession(tx, { id: exceptSessionId, tokenHash: hashToken(sessionToken), at })
      return { kind: 'changed', sessionToken }
    })
  }

  return (request: PasswordChange): Promise<PasswordChanged> =>
    hashing.inTurn(guestOf(request), hasher => change(hasher, request))
}

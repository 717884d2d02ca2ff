import type { LiveSession } from '../../people/sessions/read-session.ts'
import { renewSession } from '../../people/sessions/sessions.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { hashToken, makeToken } from '../../platform/token.ts'
import { type CheckPasskey, methodsOf } from '../second-step/sign-in-with-passkey.ts'
import type { PasswordConfirmed } from './confirm-password.ts'

type Needs = { db: Db; clock: Clock; checkPasskey: CheckPasskey }
type Proof = { session: LiveSession; answer: string; caller: Caller }

/** Lets a signed-in person prove their identity again by a passkey of the same account (ASVS 7.2.4). */
export function createConfirmByPasskey({ db, clock, checkPasskey }: Needs) {
  return async function confirmByPasskey({ session, answer, caller }: Proof): Promise<PasswordConfirmed> {
    const passkey = await checkPasskey(answer, caller)
    if (passkey?.accountId !== session.accountId) return { kind: 'wrong-passkey' }
    const sessionToken = makeToken()
    const renewed = { id: session.id, tokenHash: hashToken(sessionToken), at: clock.now(), methods: methodsOf(passkey) }
    await db.transaction().execute(tx => renewSession(tx, renewed))
    return { kind: 'confirmed', sessionToken }
  }
}

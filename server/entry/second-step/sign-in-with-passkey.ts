import { generateAuthenticationOptions } from '@simplewebauthn/server'
import { findOnlyWay } from '../../people/company-providers/matching-providers.ts'
import { listProviders } from '../../people/company-providers/providers.store.ts'
import { findPasskey, moveCounter, type Passkey } from '../../people/factors/passkeys.store.ts'
import { spendChallenge } from '../../people/factors/spent-challenges.store.ts'
import type { StartSession } from '../../people/sessions/start-session.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Caller } from '../../platform/http/caller.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { lockOpen } from './lock-open.ts'
import { challengeOf, checkSignature, readAnswer, siteOf } from './passkey-answer.ts'
import { makeChallenge, readChallenge } from './passkey-challenge.ts'

export type PasskeySignIn = {
  /** The browser's answer as JSON. */
  answer: string
  caller: Caller
  sessionToken: string | undefined
  deviceToken: string | undefined
}

export type PasskeySignedIn =
  | { kind: 'signed-in'; sessionToken: string; deviceToken: string }
  /** Unknown, wrong, used before, expired, or the account can't sign in: the answer never says which. */
  | { kind: 'refused' }

type Needs = { db: Db; clock: Clock; secrets: Secrets; publicUrl: string; startSession: StartSession }

const about = 'sign-in'
const refused: PasskeySignedIn = { kind: 'refused' }

/** What a browser needs to offer passkeys. It names no account, so it tells nothing about any. */
export function createPreparePasskeySignIn(needs: Pick<Needs, 'secrets' | 'clock' | 'publicUrl'>) {
  const { rpId: rpID } = siteOf(needs.publicUrl)
  return () =>
    generateAuthenticationOptions({ rpID, challenge: makeChallenge(needs, { about }), userVerification: 'required' })
}

/** Finds the passkey whose answer is right, and spends the challenge. */
export function createCheckPasskey(needs: Omit<Needs, 'startSession'>) {
  const { db, clock } = needs
  const site = siteOf(needs.publicUrl)
  return async function checkPasskey(text: string, caller: Caller): Promise<Passkey | undefined> {
    const answer = readAnswer(text)
    const passkey = answer && (await findPasskey(db, Buffer.from(answer.id, 'base64url')))
    if (!answer || !passkey) return undefined
    const challenge = challengeOf(answer)
    const read = readChallenge(needs, { challenge, about })
    const checked = read && (await checkSignature({ answer, site, challenge, passkey }))
    const isNew = checked && (await spendChallenge(db, read))
    const { id, counter: counterBefore, accountId } = passkey
    const at = clock.now()
    const isRight = isNew && (await moveCounter(db, { id, counterBefore, counter: checked.counter, at }))
    if (isRight) return passkey
    const details = { factor: 'passkey' }
    await recordEvent(db, { at, action: 'second-step-refused', actor: 'nobody', accountId, ...caller, details })
    return undefined
  }
}

export type CheckPasskey = ReturnType<typeof createCheckPasskey>

/** Signs in with a passkey alone: it proves possession and, by the user's verification, a second factor (NIST SP 800-63B-4, 3.1.7). */
export function createSignInWithPasskey(needs: Needs & { checkPasskey: CheckPasskey }) {
  const { db, checkPasskey, startSession } = needs
  return async function signInWithPasskey({ answer, caller, ...cookies }: PasskeySignIn): Promise<PasskeySignedIn> {
    const passkey = await checkPasskey(answer, caller)
    if (!passkey) return refused
    const { accountId } = passkey
    return db.transaction().execute(async tx => {
      const account = await lockOpen(tx, accountId)
      if (!account || findOnlyWay(await listProviders(tx), account)) return refused
      const begun = await startSession({ ...cookies, accountId, caller, methods: methodsOf(passkey) }, tx)
      return { kind: 'signed-in', ...begun }
    })
  }
}

/** RFC 8176: a key in hardware, or one that a password manager copies. */
export const methodsOf = ({ isSynced }: Pick<Passkey, 'isSynced'>) => [isSynced ? 'swk' : 'hwk', 'user', 'mfa']

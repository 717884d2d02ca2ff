import type { Account } from '../../people/accounts/account.ts'
import {
  completeHalfDoneSignIn,
  findHalfDoneSignIn,
  tryHalfDoneSignIn,
} from '../../people/sessions/half-done-sign-ins.store.ts'
import { trustDevice } from '../../people/sessions/known-devices.store.ts'
import type { StartSession } from '../../people/sessions/start-session.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { QueueMail } from '../../platform/mail/queue-mail.ts'
import { hashToken, isToken } from '../../platform/token.ts'
import type { AddCodeGenerator } from './add-code-generator.ts'
import type { CheckCode } from './check-code.ts'
import { lockOpen } from './lock-open.ts'
import { queueFactorNotice } from './queue-factor-notice.ts'

/** The browser and its cookies. */
type Browser = {
  halfToken: string | undefined
  caller: Caller
  sessionToken: string | undefined
  deviceToken: string | undefined
}
export type SecondStep = Browser & {
  typed: string
  /** Don't ask in this browser for a while. */
  trusts: boolean
}
export type FirstFactor = Browser & { typed: string; pending: string }

type Begun = { sessionToken: string; deviceToken: string }
/** The sign-in has ended, or all its tries are used up: the person starts with the password again. */
type Over = { kind: 'over' }

export type SecondStepPassed =
  | ({ kind: 'signed-in' } & Begun)
  | Over
  | { kind: 'wrong-code' }
  | { kind: 'too-many'; retryAfterSeconds: number }

export type FirstFactorAdded =
  | ({ kind: 'added'; username: string; recoveryCodes: string[] } & Begun)
  | Over
  | { kind: 'wrong-code' }
  | { kind: 'expired' }

type Needs = {
  db: Db
  clock: Clock
  queueMail: QueueMail
  startSession: StartSession
  checkCode: CheckCode
  addCodeGenerator: AddCodeGenerator
}

/** What a session tells apps of a first step with a code of either kind (RFC 8176). */
const withCode = (first: readonly string[]) => [...new Set([...first, 'otp', 'mfa'])]
export const passwordAndCode = withCode(['pwd'])
const over: Over = { kind: 'over' }

/** Completes a half-done sign-in with a code. The session starts here, and not a step before. */
export function createPassSecondStep(needs: Needs) {
  const { db, clock, checkCode } = needs
  return async function passSecondStep(step: SecondStep): Promise<SecondStepPassed> {
    const half = await countTry(needs, step.halfToken)
    if (!half || half.mustAdd) return over
    const { accountId, tokenHash } = half
    const checked = await checkCode({ ...step, accountId })
    if (checked.kind === 'too-many') return checked
    if (checked.kind === 'wrong') return half.tries < limits.halfDoneSignIns.tries ? { kind: 'wrong-code' } : over
    return db.transaction().execute(async tx => {
      const account = await lockOpen(tx, accountId)
      if (!account || !(await completeHalfDoneSignIn(tx, { tokenHash, now: clock.now() }))) return over
      const begun = await needs.startSession({ ...step, accountId, methods: withCode(half.methods) }, tx)
      if (step.trusts) await trust(tx, needs, { accountId, ...begun })
      if (checked.by === 'recovery-code') await tellOfRecovery(tx, needs, account, step.caller)
      return { kind: 'signed-in', ...begun }
    })
  }
}

/** Adds the first factor of a person who must have one, and completes the sign-in, in one transaction. */
export function createAddFirstFactor(needs: Needs) {
  const { db, clock, addCodeGenerator } = needs
  return async function addFirstFactor(step: FirstFactor): Promise<FirstFactorAdded> {
    const half = await countTry(needs, step.halfToken)
    if (!half?.mustAdd) return over
    const { accountId, tokenHash } = half
    return db.transaction().execute(async tx => {
      const account = await lockOpen(tx, accountId)
      // A second tap comes after the first has completed the sign-in: it must not replace the codes that the person sees.
      if (!account || !(await findHalfDoneSignIn(tx, { tokenHash, now: clock.now() }))) return over
      const added = await addCodeGenerator({ ...step, accountId }, tx)
      if (added.kind === 'wrong-code' && half.tries >= limits.halfDoneSignIns.tries) return over
      if (added.kind !== 'added') return added
      await completeHalfDoneSignIn(tx, { tokenHash, now: clock.now() })
      const begun = await needs.startSession({ ...step, accountId, methods: withCode(half.methods) }, tx)
      const { username } = account
      return { ...added, username, ...begun }
    })
  }
}

async function countTry({ db, clock }: Needs, halfToken: string | undefined) {
  if (halfToken === undefined || !isToken(halfToken)) return undefined
  const tokenHash = hashToken(halfToken)
  const half = await tryHalfDoneSignIn(db, { tokenHash, now: clock.now(), most: limits.halfDoneSignIns.tries })
  return half && { ...half, tokenHash }
}

async function trust(tx: Tx, { clock }: Needs, { accountId, deviceToken }: { accountId: string; deviceToken: string }) {
  const until = new Date(clock.now().getTime() + limits.trustedBrowsers.seconds * 1000)
  await trustDevice(tx, { accountId, tokenHash: hashToken(deviceToken), until })
}

async function tellOfRecovery(tx: Tx, needs: Needs, account: Account, caller: Caller): Promise<void> {
  const who = { actor: 'self', actorAccountId: account.id, accountId: account.id, ...caller } as const
  await recordEvent(tx, { at: needs.clock.now(), action: 'recovery-code-used', ...who })
  await queueFactorNotice(tx, needs, { account, event: 'recovery-code-used' })
}

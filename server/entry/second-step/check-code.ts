import { acceptStep, findCodeGenerator } from '../../people/factors/code-generators.store.ts'
import { spendRecoveryCode } from '../../people/factors/recovery-codes.store.ts'
import { isKnownDeviceOf } from '../../people/sessions/known-devices.store.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Caller } from '../../platform/http/caller.ts'
import type { Limiter } from '../../platform/limits/limiter.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { hashToken } from '../../platform/token.ts'
import { codeGeneratorPurpose } from './code-generator-purpose.ts'
import { findStep } from './one-time-code.ts'
import { hashesOfRecoveryCode, onlyDigits, recoveryDigits } from './recovery-code.ts'

export type CodeTry = { accountId: string; typed: string; caller: Caller; deviceToken: string | undefined }

export type CodeChecked =
  | { kind: 'right'; by: 'code' | 'recovery-code' }
  | { kind: 'wrong' }
  | { kind: 'too-many'; retryAfterSeconds: number }

type Needs = { db: Db; clock: Clock; secrets: Secrets; limiter: Limiter }

/**
 * Checks a code of an authenticator app, or a recovery code. Each works once (ASVS 6.5.1). Tries are counted per account
 * before anything is compared, separately for each known device: a stranger who knows the password can't use up the
 * tries of the person.
 */
export function createCheckCode(needs: Needs) {
  const { db, clock, limiter } = needs

  return async function checkCode(request: CodeTry): Promise<CodeChecked> {
    const { accountId, caller } = request
    const taken = await limiter.take('secondStepTries', await keyOf(needs, request))
    if (taken.kind === 'refused') return { kind: 'too-many', retryAfterSeconds: taken.retryAfterSeconds }
    const code = onlyDigits(request.typed)
    const by = code.length === recoveryDigits ? 'recovery-code' : 'code'
    const isRight = await (by === 'code' ? isCode : isRecoveryCode)(needs, { accountId, code })
    if (isRight) return { kind: 'right', by }
    const event = { at: clock.now(), action: 'second-step-refused', actor: 'nobody', accountId, ...caller } as const
    await recordEvent(db, event)
    return { kind: 'wrong' }
  }
}

export type CheckCode = ReturnType<typeof createCheckCode>

async function keyOf({ db, clock }: Needs, { accountId, deviceToken }: CodeTry): Promise<string> {
  if (deviceToken === undefined) return accountId
  const tokenHash = hashToken(deviceToken)
  const isKnown = await isKnownDeviceOf(db, { accountId, tokenHash, now: clock.now() })
  return isKnown ? `${accountId} ${tokenHash.toString('hex')}` : accountId
}

type Typed = { accountId: string; code: string }

async function isCode({ db, clock, secrets }: Needs, { accountId, code }: Typed): Promise<boolean> {
  const generator = await findCodeGenerator(db, accountId)
  if (!generator) return false
  const secret = secrets.open(codeGeneratorPurpose, generator.sealed, accountId)
  // The key is missing: `fieldkey doctor` reports it, and recovery codes and administrators still help.
  if (!secret) return false
  const at = clock.now()
  const step = findStep(secret, { code, now: at })
  return step !== undefined && acceptStep(db, { accountId, step, at })
}

async function isRecoveryCode({ db, clock, secrets }: Needs, typed: Typed): Promise<boolean> {
  const hashes = hashesOfRecoveryCode(secrets, typed)
  return spendRecoveryCode(db, { accountId: typed.accountId, hashes, at: clock.now() })
}

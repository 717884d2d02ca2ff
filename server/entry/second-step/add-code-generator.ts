import { lockAccount } from '../../people/accounts/accounts.store.ts'
import { saveCodeGenerator } from '../../people/factors/code-generators.store.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import type { Caller } from '../../platform/http/caller.ts'
import type { QueueMail } from '../../platform/mail/queue-mail.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { codeGeneratorPurpose } from './code-generator-purpose.ts'
import { giveRecoveryCodes } from './give-recovery-codes.ts'
import { findStep } from './one-time-code.ts'
import { type PendingGenerator, readPendingGenerator } from './pending-generator.ts'
import { queueFactorNotice } from './queue-factor-notice.ts'
import { onlyDigits } from './recovery-code.ts'

export type GeneratorToAdd = PendingGenerator & { typed: string; caller: Caller }

export type GeneratorAdded =
  | { kind: 'added'; recoveryCodes: string[] }
  | { kind: 'wrong-code' }
  /** The page was open for too long: a new secret is needed. */
  | { kind: 'expired' }

type Needs = { db: Db; clock: Clock; secrets: Secrets; queueMail: QueueMail }

/**
 * Adds an authenticator app, proved by one of its codes, and makes new recovery codes. `within` is the transaction of a
 * sign-in that it completes.
 */
export function createAddCodeGenerator(needs: Needs) {
  const { db, clock, secrets } = needs

  async function save(
    tx: Tx,
    { accountId, caller }: GeneratorToAdd,
    { secret, step }: { secret: Buffer; step: number },
  ) {
    const at = clock.now()
    const account = await lockAccount(tx, accountId)
    const sealed = secrets.seal(codeGeneratorPurpose, secret, accountId)
    await saveCodeGenerator(tx, { accountId, sealed, step, at })
    const recoveryCodes = await giveRecoveryCodes(tx, needs, accountId)
    const who = { actor: 'self', actorAccountId: accountId, accountId, ...caller } as const
    await recordEvent(tx, { at, action: 'factor-added', ...who, details: { factor: 'code-generator' } })
    await queueFactorNotice(tx, needs, { account, event: 'factor-added' })
    return { kind: 'added', recoveryCodes } as const
  }

  return async function addCodeGenerator(request: GeneratorToAdd, within?: Tx): Promise<GeneratorAdded> {
    const secret = readPendingGenerator({ secrets, clock }, request)
    if (!secret) return { kind: 'expired' }
    const step = findStep(secret, { code: onlyDigits(request.typed), now: clock.now() })
    if (step === undefined) return { kind: 'wrong-code' }
    if (within) return save(within, request, { secret, step })
    return db.transaction().execute(tx => save(tx, request, { secret, step }))
  }
}

export type AddCodeGenerator = ReturnType<typeof createAddCodeGenerator>

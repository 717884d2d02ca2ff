import { lockAccount } from '../../people/accounts/accounts.store.ts'
import { deleteCodeGenerator } from '../../people/factors/code-generators.store.ts'
import { endGrace } from '../../people/factors/grace.store.ts'
import { deletePasskeysOf } from '../../people/factors/passkeys.store.ts'
import { deleteRecoveryCodes } from '../../people/factors/recovery-codes.store.ts'
import { type Authority, isWithinReach } from '../../people/roles/authority.ts'
import { deleteHalfDoneSignInsOf } from '../../people/sessions/half-done-sign-ins.store.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { QueueMail } from '../../platform/mail/queue-mail.ts'
import { queueFactorNotice } from './queue-factor-notice.ts'

export type FactorsRemoved = { kind: 'removed' | 'no-factors' | 'above-you' }

type Command = { accountId: string; authority: Authority }
type Needs = { db: Db; clock: Clock; queueMail: QueueMail }

/**
 * Removes every factor of a person who lost them (ASVS 6.4.4). Never those of a person with more rights. The person is told,
 * with an objection link. If the policy requires a second step, the next sign-in adds a new one.
 */
export function createRemoveFactors(needs: Needs) {
  const { db, clock } = needs
  return async function removeFactors({ accountId, authority }: Command): Promise<FactorsRemoved> {
    return db.transaction().execute(async tx => {
      const account = await lockAccount(tx, accountId)
      if (!(await isWithinReach(tx, { authority, accountId }))) return { kind: 'above-you' as const }
      const hadGenerator = await deleteCodeGenerator(tx, accountId)
      const passkeys = await deletePasskeysOf(tx, accountId)
      if (!hadGenerator && passkeys === 0) return { kind: 'no-factors' as const }
      await deleteRecoveryCodes(tx, accountId)
      await deleteHalfDoneSignInsOf(tx, accountId)
      await endGrace(tx, accountId)
      await recordEvent(tx, { at: clock.now(), action: 'factors-removed', ...authority, accountId })
      await queueFactorNotice(tx, needs, { account, event: 'factors-removed' })
      return { kind: 'removed' as const }
    })
  }
}

export type RemoveFactors = ReturnType<typeof createRemoveFactors>

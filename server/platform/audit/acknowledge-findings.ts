import type { Clock } from '../clock.ts'
import type { Actor, Db } from '../database/tables.ts'
import type { Secrets } from '../settings/secrets.ts'
import { makeAcknowledgement } from './acknowledgements.ts'
import { recordEvent } from './audit.store.ts'
import type { CheckAudit } from './check-audit.job.ts'
import type { VerifyAudit } from './verify-audit.ts'

export type FindingsAcknowledged = { kind: 'acknowledged'; findings: number } | { kind: 'nothing-found' }

type Command = {
  reason: string
  by: { actor: Actor; actorAccountId?: string | null; network?: string; device?: string }
}
type Needs = { db: Db; clock: Clock; secrets: Secrets; verifyAudit: VerifyAudit; checkAudit: CheckAudit }

/**
 * Records that a person has checked the findings of the audit and can explain them. The record is an audit row, sealed
 * like any other. Later findings, even of the same rows, are reported again.
 */
export function createAcknowledgeFindings({ db, clock, secrets, verifyAudit, checkAudit }: Needs) {
  return async function acknowledgeFindings({ reason, by }: Command): Promise<FindingsAcknowledged> {
    const { names } = await verifyAudit()
    if (names.length === 0) return { kind: 'nothing-found' }
    const details = makeAcknowledgement(secrets, { names, reason })
    await recordEvent(db, { at: clock.now(), action: 'audit-acknowledged', ...by, details })
    await checkAudit({ isDue: true })
    return { kind: 'acknowledged', findings: names.length }
  }
}

export type AcknowledgeFindings = ReturnType<typeof createAcknowledgeFindings>

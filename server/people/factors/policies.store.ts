import type { SecondStepAudience, SecondStepRule } from '../../../shared/contract/second-step.ts'
import type { Tx } from '../../platform/database/tables.ts'

export type SecondStepPolicy = {
  rule: SecondStepRule
  graceDays: number
  /** A person may choose not to be asked in a browser for 30 days. */
  trustsBrowsers: boolean
}
export type AudiencePolicy = SecondStepPolicy & { audience: SecondStepAudience }

export async function savePolicy(tx: Tx, { audience, rule, graceDays, trustsBrowsers }: AudiencePolicy): Promise<void> {
  await tx
    .updateTable('second_step_policies')
    .set({ rule, grace_days: graceDays, trusts_browsers: trustsBrowsers })
    .where('audience', '=', audience)
    .execute()
}

import type { Selectable } from 'kysely'
import type { SecondStepPolicy as AudiencePolicy } from '../../../shared/contract/second-step.ts'
import { secondStepAudiences } from '../../../shared/contract/second-step-lists.ts'
import type { SecondStepPoliciesTable } from '../../platform/database/factor-tables.ts'
import type { Queryable, Tx } from '../../platform/database/tables.ts'

export type SecondStepPolicy = Omit<AudiencePolicy, 'audience'>

/** In the order of `secondStepAudiences`. */
export async function listPolicies(db: Queryable): Promise<AudiencePolicy[]> {
  const rows = await db.selectFrom('second_step_policies').selectAll().execute()
  return secondStepAudiences.flatMap(audience => rows.filter(row => row.audience === audience).map(toPolicy))
}

export async function savePolicy(tx: Tx, { audience, rule, graceDays, trustsBrowsers }: AudiencePolicy): Promise<void> {
  await tx
    .updateTable('second_step_policies')
    .set({ rule, grace_days: graceDays, trusts_browsers: trustsBrowsers })
    .where('audience', '=', audience)
    .execute()
}

const toPolicy = (row: Selectable<SecondStepPoliciesTable>): AudiencePolicy => ({
  audience: row.audience,
  rule: row.rule,
  graceDays: row.grace_days,
  trustsBrowsers: row.trusts_browsers,
})

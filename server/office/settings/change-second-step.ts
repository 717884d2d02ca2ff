import type { SecondStepPolicy } from '../../../shared/contract/second-step.ts'
import { savePolicy } from '../../people/factors/policies.store.ts'
import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'

type Command = { policy: SecondStepPolicy; authority: Authority }

/** Changes who is asked for a second step, from the next sign-in on. Running sessions stay. */
export function createChangeSecondStep({ db, clock }: { db: Db; clock: Clock }) {
  return async function changeSecondStep({ policy, authority }: Command): Promise<{ kind: 'changed' }> {
    return db.transaction().execute(async tx => {
      await savePolicy(tx, policy)
      const details = { ...policy }
      await recordEvent(tx, { at: clock.now(), action: 'second-step-policy-changed', ...authority, details })
      return { kind: 'changed' as const }
    })
  }
}

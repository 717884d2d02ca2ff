import type { TargetChange } from '../../../shared/contract/targets.ts'
import { countReps } from '../../people/accounts/reps.query.ts'
import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { deleteTargets, lockTargets, saveTargets, targetKey } from '../../trade/targets/targets.store.ts'

export type TargetsChanged = { kind: 'saved'; count: number } | { kind: 'no-such-rep' }

type Command = { targets: readonly TargetChange[]; authority: Authority }

/** Sets or removes targets, all or none. Each keeps what was sold, and a new one counts the orders of its month. */
export function createChangeTargets({ db, clock }: { db: Db; clock: Clock }) {
  return async function changeTargets({ targets, authority }: Command): Promise<TargetsChanged> {
    // Of two changes of one target, the last one counts.
    const changes = [
      ...new Map(
        targets.map(({ repId, ...rest }) => [`${repId} ${rest.month}`, { accountId: repId, ...rest }]),
      ).values(),
    ]
    const repIds = [...new Set(changes.map(({ accountId }) => accountId))]
    return db.transaction().execute(async tx => {
      if ((await countReps(tx, repIds)) < repIds.length) return { kind: 'no-such-rep' as const }
      const before = await lockTargets(tx, changes)
      const saved = changes.flatMap(({ accountId, month, amountCents }) =>
        amountCents === null
          ? []
          : [
              {
                accountId,
                month,
                amountCents,
                soldCents: before.get(targetKey({ accountId, month }))?.soldCents ?? null,
              },
            ],
      )
      await saveTargets(tx, saved)
      await deleteTargets(
        tx,
        changes.filter(({ amountCents }) => amountCents === null),
      )
      const at = clock.now()
      for (const accountId of repIds) {
        const count = changes.filter(change => change.accountId === accountId).length
        await recordEvent(tx, { at, action: 'targets-changed', ...authority, accountId, details: { months: count } })
      }
      return { kind: 'saved' as const, count: changes.length }
    })
  }
}

import { type TargetToWrite, targetToWrite } from '../../../shared/contract/trade-rows.ts'
import { findRepsByUsername, unknownRep } from '../../people/accounts/reps-by-username.query.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { nameKey } from '../../platform/names/name-key.ts'
import { type Judgement, type Upserted, type UpsertRows, upsertRows } from '../../platform/rows/upsert-rows.ts'
import { lockTargets, type SavedTarget, saveTargets, targetKey } from './targets.store.ts'

/** Adds and changes the targets of reps, by username and month. */
export async function upsertTargets(
  tx: Tx,
  rows: readonly unknown[],
  upsert: UpsertRows = upsertRows,
): Promise<Upserted<SavedTarget>> {
  return upsert(tx, rows, {
    name: 'targets',
    shape: targetToWrite,
    key: {
      of: ({ username, month }) => `${nameKey(username)} ${month}`,
      field: 'month',
      words: 'This username and month',
    },
    prepare: prepareTargets,
    insert: saveTargets,
    update: saveTargets,
  })
}

async function prepareTargets(tx: Tx, given: readonly TargetToWrite[]) {
  const reps = await findRepsByUsername(
    tx,
    given.map(({ username }) => nameKey(username)),
  )
  const idOf = ({ username }: TargetToWrite) => reps.get(nameKey(username))?.id
  const known = await lockTargets(
    tx,
    given.flatMap(target => {
      const accountId = idOf(target)
      return accountId === undefined ? [] : [{ accountId, month: target.month }]
    }),
  )
  return (target: TargetToWrite): Judgement<SavedTarget> => {
    const { month, amountCents, soldCents } = target
    const accountId = idOf(target)
    if (accountId === undefined) return unknownRep(target.username)
    const before = known.get(targetKey({ accountId, month }))
    return { before, after: { accountId, month, amountCents, soldCents: soldCents ?? before?.soldCents ?? null } }
  }
}

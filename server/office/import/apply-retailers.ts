import { addRetailers, updateRetailers } from '../../people/retailers/retailers.store.ts'
import { type ApplyContext, inChunks } from './import-command.ts'
import type { RowOutcome } from './import-rows.store.ts'
import { makeTerritories } from './make-territories.ts'
import { Overtaken } from './overtaken.ts'
import type { PlannedRetailer } from './plan-retailers.ts'
import { requireId } from './require-id.ts'

/** Writes the plan in the caller's transaction. */
export async function applyRetailers(
  { tx, command, at, record, report }: ApplyContext,
  planned: readonly PlannedRetailer[],
): Promise<RowOutcome[]> {
  const good = planned.filter(({ verdict }) => verdict === 'add' || verdict === 'update')
  const ids = await makeTerritories(tx, { command, territories: good.flatMap(({ territory }) => territory ?? []), at })
  const territoryIdOf = ({ territory }: PlannedRetailer) => (territory ? ids.get(territory.name) : undefined)

  for (const chunk of inChunks(good.filter(({ verdict }) => verdict === 'add'))) {
    const retailers = chunk.map(retailer => ({ ...retailer, territoryId: territoryIdOf(retailer) ?? null }))
    const added = await addRetailers(tx, { retailers, at })
    if (added.size < chunk.length) throw new Overtaken()
    for (const id of added.values()) record({ action: 'retailer-added', details: { retailer: id } })
    await report(chunk.length)
  }
  for (const chunk of inChunks(good.filter(({ verdict }) => verdict === 'update'))) {
    const retailers = chunk.map(retailer => ({
      ...retailer,
      id: requireId(retailer.retailerId),
      territoryId: territoryIdOf(retailer),
    }))
    await updateRetailers(tx, retailers)
    for (const { id } of retailers) record({ action: 'retailer-changed', details: { retailer: id } })
    await report(chunk.length)
  }
  return [...planned]
}

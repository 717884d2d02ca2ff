import { addRetailers, saveRetailers } from '../../people/retailers/retailers.store.ts'
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
  const placed = good.map(retailer => ({
    ...retailer,
    territoryId: (retailer.territory && ids.get(retailer.territory.name)) ?? retailer.territoryId,
  }))

  for (const chunk of inChunks(placed.filter(({ verdict }) => verdict === 'add'))) {
    const added = await addRetailers(tx, chunk, at)
    if (added.size < chunk.length) throw new Overtaken()
    for (const id of added.values()) record({ action: 'retailer-added', details: { retailer: id } })
    await report(chunk.length)
  }
  for (const chunk of inChunks(placed.filter(({ verdict }) => verdict === 'update'))) {
    await saveRetailers(tx, chunk, at)
    for (const { id } of chunk)
      record({ action: 'retailer-changed', details: { retailer: requireId(id ?? undefined) } })
    await report(chunk.length)
  }
  return [...planned]
}

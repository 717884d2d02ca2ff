import type { NewRetailer } from '../../../shared/contract/retailers.ts'
import { insertRetailer, isPriceList } from '../../people/retailers/retailers.store.ts'
import type { Authority } from '../../people/roles/authority.ts'
import { countTerritories } from '../../people/territories/territories.store.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'

export type RetailerAdded =
  | { kind: 'added'; id: string }
  | { kind: 'number-taken' }
  | { kind: 'no-such-territory' | 'no-such-price-list' }

type Command = { retailer: NewRetailer; authority: Authority }

/** Adds a retailer. Its account number must be unique. */
export function createAddRetailer({ db, clock }: { db: Db; clock: Clock }) {
  return async function addRetailer({ retailer, authority }: Command): Promise<RetailerAdded> {
    const at = clock.now()
    const { territoryId, priceListId } = retailer
    return db.transaction().execute(async tx => {
      if (territoryId !== null && (await countTerritories(tx, [territoryId])) === 0)
        return { kind: 'no-such-territory' as const }
      if (priceListId && !(await isPriceList(tx, priceListId))) return { kind: 'no-such-price-list' as const }
      const id = await insertRetailer(tx, { ...retailer, createdAt: at })
      if (id === undefined) return { kind: 'number-taken' as const }
      await recordEvent(tx, { at, action: 'retailer-added', ...authority, details: { retailer: id } })
      return { kind: 'added' as const, id }
    })
  }
}

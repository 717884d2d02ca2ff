import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { unlessTaken } from '../../platform/database/unless-taken.ts'
import {
  countRetailersOf,
  deletePriceList,
  insertPriceList,
  lockPriceList,
  renamePriceList as saveName,
} from '../../trade/prices/price-lists.store.ts'

type Needs = { db: Db; clock: Clock }
type Command = { id: string; authority: Authority }
export type PriceListAdded = { kind: 'added'; id: string } | { kind: 'price-list-taken' }
export type PriceListChanged = { kind: 'changed' } | { kind: 'no-such-price-list' | 'price-list-taken' }
export type PriceListRemoved = { kind: 'removed'; name: string } | { kind: 'no-such-price-list' | 'price-list-in-use' }

export function createAddPriceList({ db, clock }: Needs) {
  return async function addPriceList(command: { name: string; authority: Authority }): Promise<PriceListAdded> {
    const { name, authority } = command
    return db.transaction().execute(async tx => {
      const id = await insertPriceList(tx, name)
      if (id === undefined) return { kind: 'price-list-taken' as const }
      await recordEvent(tx, { at: clock.now(), action: 'price-list-added', ...authority, details: { priceList: name } })
      return { kind: 'added' as const, id }
    })
  }
}

export function createRenamePriceList({ db, clock }: Needs) {
  return async function renamePriceList(command: Command & { name: string }): Promise<PriceListChanged> {
    const { id, name, authority } = command
    return unlessTaken('price_lists_name', { kind: 'price-list-taken' } as const, () =>
      db.transaction().execute(async tx => {
        const before = await lockPriceList(tx, id)
        if (before === undefined) return { kind: 'no-such-price-list' as const }
        await saveName(tx, { id, name })
        const details = { priceList: name, from: before }
        await recordEvent(tx, { at: clock.now(), action: 'price-list-renamed', ...authority, details })
        return { kind: 'changed' as const }
      }),
    )
  }
}

/** Deletes a price list with its prices, unless a retailer uses it: its prices would change unseen. */
export function createRemovePriceList({ db, clock }: Needs) {
  return async function removePriceList({ id, authority }: Command): Promise<PriceListRemoved> {
    return db.transaction().execute(async tx => {
      // The lock keeps a retailer from getting the list meanwhile.
      const name = await lockPriceList(tx, id)
      if (name === undefined) return { kind: 'no-such-price-list' as const }
      if ((await countRetailersOf(tx, id)) > 0) return { kind: 'price-list-in-use' as const }
      await deletePriceList(tx, id)
      const details = { priceList: name }
      await recordEvent(tx, { at: clock.now(), action: 'price-list-removed', ...authority, details })
      return { kind: 'removed' as const, name }
    })
  }
}

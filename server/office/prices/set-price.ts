import type { PriceToSet } from '../../../shared/contract/prices.ts'
import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import { deleteListPrice, findPriceListName } from '../../trade/prices/price-lists.store.ts'
import { deletePrice } from '../../trade/prices/prices.store.ts'
import { upsertListPrices } from '../../trade/prices/upsert-list-prices.ts'
import { upsertPrices } from '../../trade/prices/upsert-prices.ts'
import type { PriceOwner } from './price-rows.query.ts'
import { findAccountNumber } from './retailer-of-prices.query.ts'

type Needs = { db: Db; clock: Clock }
type Command = { owner: PriceOwner; authority: Authority }
type NoOwner = { kind: 'no-such-price-list' | 'no-such-retailer' }
export type PriceSet = { kind: 'changed' } | { kind: 'row-rejected'; text: string } | NoOwner
export type PriceRemoved = { kind: 'removed' } | { kind: 'no-such-price' } | NoOwner

/** Sets a price of a price list or a retailer, by product, quantity and first day. */
export function createSetPrice({ db, clock }: Needs) {
  return async function setPrice({ owner, price, authority }: Command & { price: PriceToSet }): Promise<PriceSet> {
    return db.transaction().execute(async tx => {
      const named = await nameOwner(tx, owner)
      if ('kind' in named) return named
      const { results } =
        'priceList' in named
          ? await upsertListPrices(tx, [{ ...named, ...price }])
          : await upsertPrices(tx, [{ ...named, ...price }])
      const [result] = results
      if (result?.problem) return { kind: 'row-rejected' as const, text: result.problem.message }
      const { code, minimumQuantity, priceCents } = price
      const details = { ...named, product: code, quantity: minimumQuantity, cents: priceCents }
      await recordEvent(tx, { at: clock.now(), action: 'price-changed', ...authority, details })
      return { kind: 'changed' as const }
    })
  }
}

export function createRemovePrice({ db, clock }: Needs) {
  return async function removePrice({
    owner,
    priceId,
    authority,
  }: Command & { priceId: string }): Promise<PriceRemoved> {
    return db.transaction().execute(async tx => {
      const named = await nameOwner(tx, owner)
      if ('kind' in named) return named
      const remove = owner.kind === 'list' ? deleteListPrice : deletePrice
      if (!(await remove(tx, { ownerId: owner.id, id: priceId }))) return { kind: 'no-such-price' as const }
      await recordEvent(tx, { at: clock.now(), action: 'price-removed', ...authority, details: { ...named } })
      return { kind: 'removed' as const }
    })
  }
}

type Named = { priceList: string } | { accountNumber: string }

/** The name that the rows of other systems use. */
async function nameOwner(tx: Tx, { kind, id }: PriceOwner): Promise<Named | NoOwner> {
  if (kind === 'list') {
    const priceList = await findPriceListName(tx, id)
    return priceList === undefined ? { kind: 'no-such-price-list' } : { priceList }
  }
  const accountNumber = await findAccountNumber(tx, id)
  return accountNumber === undefined ? { kind: 'no-such-retailer' } : { accountNumber }
}

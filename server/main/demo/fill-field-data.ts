import { insertContact } from '../../people/accounts/accounts.store.ts'
import { insertRetailers } from '../../people/retailers/retailers.store.ts'
import { giveTerritories } from '../../people/territories/territories.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import { nameKey } from '../../platform/names/name-key.ts'
import { addProducts } from '../../trade/catalogue/add-products.ts'
import { insertOrders, type NewOrder, nextNumber, totalOf } from '../../trade/orders/orders.store.ts'
import { insertListPrices, insertPriceList, type NewListPrice } from '../../trade/prices/price-lists.store.ts'
import { insertPrices } from '../../trade/prices/prices.store.ts'
import { insertTargets } from '../../trade/targets/targets.store.ts'
import { insertVisits } from '../../trade/visits/visits.store.ts'
import {
  makeContacts,
  makeOrders,
  makeProducts,
  makeRetailers,
  makeVisits,
  type Size,
  type Territory,
  targetFor,
} from './make-field-data.ts'

const withoutAccess = { isActive: true, hasWebsiteAccess: false, passwordHash: null }

type Rep = { accountId: string; territory: Territory }
type Needs = { db: Db; clock: Clock }

/** Fills the app with data from a fixed seed, so that every demo starts with the same orders and visits. */
export async function fillFieldData(
  { db, clock }: Needs,
  { reps, idOfTerritory, size }: { reps: readonly Rep[]; idOfTerritory: Map<Territory, string>; size: Size },
): Promise<void> {
  const now = clock.now()
  const territories = [...idOfTerritory.keys()]
  await db.transaction().execute(async tx => {
    for (const { accountId, territory } of reps) {
      const territoryId = idOfTerritory.get(territory)
      if (territoryId !== undefined) await giveTerritories(tx, { accountId, territoryIds: [territoryId] })
    }
    const products = makeProducts(size.products)
    await addProducts(tx, products)
    const retailers = makeRetailers(size.retailers, territories)
    const priceListId = (await insertPriceList(tx, 'Independents')) ?? null
    if (priceListId !== null) await insertListPrices(tx, makeListPrices(priceListId, products))
    const placed = retailers.map(({ territory, ...retailer }, place) => ({
      ...retailer,
      territoryId: idOfTerritory.get(territory) ?? null,
      priceListId: place % 4 === 1 ? priceListId : null,
      createdAt: now,
    }))
    await insertRetailers(tx, placed)
    for (const { username, ...contact } of makeContacts(retailers)) {
      const names = { username, usernameKey: nameKey(username) }
      await insertContact(tx, { ...contact, ...names, ...withoutAccess, createdAt: now })
    }
    await insertPrices(tx, makePrices(retailers, products))
    for (const [seller, rep] of reps.entries()) {
      const retailerIds = retailers.filter(({ territory }) => territory === rep.territory).map(({ id }) => id)
      await fillMonth(tx, { ...rep, seller, retailerIds, products, now })
    }
  })
}

/** A list with a lower price, and a still lower one from 12 on. */
function makeListPrices(priceListId: string, products: ReturnType<typeof makeProducts>): NewListPrice[] {
  return products.slice(0, 60).flatMap(({ id, price_cents }) =>
    [
      { minimum_quantity: 1, share: 0.96 },
      { minimum_quantity: 12, share: 0.92 },
    ].map(({ minimum_quantity, share }) => ({
      price_list_id: priceListId,
      product_id: id,
      minimum_quantity,
      price_cents: Math.floor(price_cents * share),
    })),
  )
}

/** Every third retailer has a special price for some products. */
function makePrices(retailers: readonly { id: string }[], products: ReturnType<typeof makeProducts>) {
  return retailers.flatMap(({ id }, place) =>
    place % 3 === 0
      ? products.slice(place % 20, (place % 20) + 5).map(product => ({
          retailer_id: id,
          product_id: product.id,
          price_cents: Math.floor(product.price_cents * 0.9),
        }))
      : [],
  )
}

type Month = {
  accountId: string
  seller: number
  retailerIds: readonly string[]
  products: ReturnType<typeof makeProducts>
  now: Date
}

async function fillMonth(tx: Tx, { accountId, seller, retailerIds, products, now }: Month): Promise<void> {
  const month = now.toISOString().slice(0, 7)
  const orders: NewOrder[] = []
  for (const order of makeOrders({ retailerIds, products, accountId, seller, now })) {
    orders.push({ ...order, number: await nextNumber(tx, order.kind) })
  }
  await insertOrders(tx, orders)
  await insertVisits(tx, makeVisits({ retailerIds, accountId, now }))
  const sold = orders.filter(({ capturedAt }) => capturedAt.toISOString().startsWith(month))
  const sum = (of: readonly NewOrder[]) => of.reduce((total, { lines }) => total + totalOf(lines), 0)
  await insertTargets(tx, [{ accountId, month, amountCents: targetFor(sum(orders), seller), soldCents: sum(sold) }])
}

import { dayIn } from '../../../shared/prices/day-in.ts'
import { insertContact } from '../../people/accounts/accounts.store.ts'
import { insertRetailers } from '../../people/retailers/retailers.store.ts'
import { giveTerritories } from '../../people/territories/territories.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import { nameKey } from '../../platform/names/name-key.ts'
import { addProducts } from '../../trade/catalogue/add-products.ts'
import { saveTaxClasses } from '../../trade/catalogue/tax-classes.store.ts'
import { insertNote } from '../../trade/orders/orders.store.ts'
import { insertListPrices, insertPriceList } from '../../trade/prices/price-lists.store.ts'
import { insertPrices } from '../../trade/prices/prices.store.ts'
import { insertVisits } from '../../trade/visits/visits.store.ts'
import { demoOrganisation, demoTaxClasses } from './demo-people.ts'
import { fillOrders } from './fill-orders.ts'
import { demoPriceLists, findListFor, makeListPrices, makePrices } from './make-prices.ts'
import { type DemoProduct, makeProducts } from './make-products.ts'
import { makeContacts, makeRetailers, type Territory } from './make-retailers.ts'
import { makeNotes, makeVisits } from './make-visits.ts'

const withoutAccess = { isActive: true, hasWebsiteAccess: false, passwordHash: null }

export type Size = { retailers: number; products: number; daysOfOrders: number }
export type Rep = { accountId: string; territory: Territory }
type Filling = {
  reps: readonly Rep[]
  administratorId: string | null
  idOfTerritory: Map<Territory, string>
  size: Size
}

/** Fills the app with data from a fixed seed, so that every demo starts with the same orders and visits. */
export async function fillFieldData(
  { db, clock }: { db: Db; clock: Clock },
  { reps, administratorId, idOfTerritory, size }: Filling,
): Promise<void> {
  const now = clock.now()
  await db.transaction().execute(async tx => {
    for (const { accountId, territory } of reps) {
      const territoryId = idOfTerritory.get(territory)
      if (territoryId !== undefined) await giveTerritories(tx, { accountId, territoryIds: [territoryId] })
    }
    const products = makeProducts(size.products)
    await saveTaxClasses(tx, demoTaxClasses)
    await addProducts(tx, products)
    const priceListIds = await fillPriceLists(tx, products)
    const retailers = makeRetailers(size.retailers, [...idOfTerritory.keys()])
    const placed = retailers.map(retailer => ({
      ...retailer,
      territoryId: idOfTerritory.get(retailer.territory) ?? null,
      priceListId: priceListIds.get(findListFor(retailer)?.name ?? '') ?? null,
      createdAt: now,
    }))
    await insertRetailers(tx, placed)
    for (const { username, ...contact } of makeContacts(retailers)) {
      const names = { username, usernameKey: nameKey(username) }
      await insertContact(tx, { ...contact, ...names, ...withoutAccess, createdAt: now })
    }
    await insertPrices(tx, makePrices(retailers, { products, today: dayIn(demoOrganisation.timeZone, now) }))
    const selling = reps.map(rep => ({ ...rep, retailers: retailers.filter(isIn(rep.territory)) }))
    for (const { accountId, retailers } of selling) {
      const visited = { retailerIds: retailers.map(({ id }) => id), accountId, now }
      await insertVisits(tx, makeVisits(visited))
      for (const note of makeNotes(visited)) await insertNote(tx, note)
    }
    await fillOrders(tx, { selling, administratorId, products, now, days: size.daysOfOrders })
  })
}

const isIn = (territory: Territory) => (retailer: { territory: Territory }) => retailer.territory === territory

async function fillPriceLists(tx: Tx, products: readonly DemoProduct[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const list of demoPriceLists) {
    const priceListId = await insertPriceList(tx, list.name)
    if (priceListId === undefined) throw new Error(`The demo has the price list ${list.name} twice`)
    ids.set(list.name, priceListId)
    await insertListPrices(tx, makeListPrices(list, { priceListId, products }))
  }
  return ids
}

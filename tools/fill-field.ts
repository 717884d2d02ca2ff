/**
 * Fills a database with the data of a large wholesaler, for the benchmarks: `node tools/fill-field.ts DATABASE_URL
 * USERNAME`.
 */

import { demoTaxClasses } from '../server/main/demo/demo-people.ts'
import { makeProducts } from '../server/main/demo/make-products.ts'
import { makeRetailers } from '../server/main/demo/make-retailers.ts'
import { makeVisits } from '../server/main/demo/make-visits.ts'
import { findAccountByKey } from '../server/people/accounts/accounts.store.ts'
import { insertRetailers } from '../server/people/retailers/retailers.store.ts'
import { giveTerritories, insertTerritory } from '../server/people/territories/territories.store.ts'
import { systemClock } from '../server/platform/clock.ts'
import { openDatabase } from '../server/platform/database/connect.ts'
import type { Db } from '../server/platform/database/tables.ts'
import { nameKey } from '../server/platform/names/name-key.ts'
import { addProducts } from '../server/trade/catalogue/add-products.ts'
import { saveTaxClasses } from '../server/trade/catalogue/tax-classes.store.ts'
import { insertTargets } from '../server/trade/targets/targets.store.ts'
import { insertVisits } from '../server/trade/visits/visits.store.ts'

const wholesaler = { retailers: 5000, products: 50_000 }

/** For a database without retailers and products. All rows belong to this rep. */
export async function fillField(db: Db, accountId: string, now: Date): Promise<void> {
  await db.transaction().execute(async tx => {
    const territoryId = await insertTerritory(tx, 'Harbour')
    if (territoryId === undefined) throw new Error('This database has retailers already: name an empty one')
    await giveTerritories(tx, { accountId, territoryIds: [territoryId] })
    await saveTaxClasses(tx, demoTaxClasses)
    await addProducts(tx, makeProducts(wholesaler.products))
    const made = makeRetailers(wholesaler.retailers, ['Harbour'])
    const retailers = made.map(retailer => ({
      ...retailer,
      territoryId,
      priceListId: null,
      createdAt: now,
    }))
    await insertRetailers(tx, retailers)
    await insertVisits(tx, makeVisits({ retailerIds: retailers.map(({ id }) => id), accountId, now }))
    const month = now.toISOString().slice(0, 7)
    await insertTargets(tx, [{ accountId, month, amountCents: 2_500_000, soldCents: 1_100_000 }])
  })
}

if (import.meta.main) {
  const [databaseUrl, username] = process.argv.slice(2)
  if (databaseUrl === undefined || username === undefined) {
    console.error('Say which database, and whose retailers they are: node tools/fill-field.ts DATABASE_URL USERNAME')
    process.exit(1)
  }
  const database = await openDatabase({ databaseUrl, dataDir: '', exclusive: false, log: console })
  const rep = await findAccountByKey(database.db, nameKey(username))
  if (!rep) throw new Error(`No user has the username ${username}: add the user first`)
  await fillField(database.db, rep.id, systemClock.now())
  await database.close()
}

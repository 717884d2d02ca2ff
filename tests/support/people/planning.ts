import { giveTerritories } from '../../../server/people/territories/territories.store.ts'
import { insertVisits } from '../../../server/trade/visits/visits.store.ts'
import type { TestApp } from '../servers/app.ts'
import { addRep } from './administrators.ts'
import { addRetailer, addTerritory } from './retailers.ts'

/** A rep with a territory, and a retailer in it. */
export async function addRepWithRetailer(app: TestApp, name = 'Fern & Sons') {
  const [{ accountId: repId, username }, territoryId, retailerId] = [
    await addRep(app),
    await addTerritory(app),
    await addRetailer(app, name),
  ]
  await app.database.db
    .transaction()
    .execute(tx => giveTerritories(tx, { accountId: repId, territoryIds: [territoryId] }))
  await app.database.pool.query('update retailers set territory_id = $1 where id = $2', [territoryId, retailerId])
  return { repId, username, territoryId, retailerId }
}

export type RepWithRetailer = Awaited<ReturnType<typeof addRepWithRetailer>>

/** Inserted as an import, or the app of the rep, would. */
export async function addVisit(app: TestApp, { repId, retailerId }: RepWithRetailer, at: Date): Promise<string> {
  const visit = { account_id: repId, retailer_id: retailerId, at }
  await app.database.db.transaction().execute(tx => insertVisits(tx, [visit]))
  const { rows } = await app.database.pool.query('select id from visits where account_id = $1 and at = $2', [repId, at])
  return rows[0].id
}

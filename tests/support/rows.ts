import { insertUser } from '../../server/people/accounts/accounts.store.ts'
import { upsertRetailers } from '../../server/people/retailers/upsert-retailers.ts'
import { giveTerritories, insertTerritory } from '../../server/people/territories/territories.store.ts'
import type { Db } from '../../server/platform/database/tables.ts'
import { upsertProducts } from '../../server/trade/catalogue/upsert-products.ts'
import type { RowResult } from '../../shared/contract/integration.ts'

export const today = new Date('2026-05-04T08:00:00Z')

/** `created`, or `rejected field` for each row. */
export const wordsOf = (results: readonly RowResult[]): string[] =>
  results.map(({ outcome, problem }) => (problem ? `${outcome} ${problem.field}` : outcome))

/** Two reps with a territory and a retailer each, a closed retailer, and products A and B. */
export async function addRowOwners(db: Db): Promise<void> {
  await db.transaction().execute(async tx => {
    for (const name of ['North', 'South']) {
      const territoryId = await insertTerritory(tx, name)
      const username = `${name.toLowerCase()}@rows.example`
      const accountId = await insertUser(tx, {
        username,
        usernameKey: username,
        givenName: name,
        familyName: 'Rep',
        isActive: true,
        passwordHash: null,
        createdAt: today,
        userType: 'device',
        hasLicence: true,
        emailTo: null,
      })
      if (accountId === undefined || territoryId === undefined) throw new Error('The test data exists')
      await giveTerritories(tx, { accountId, territoryIds: [territoryId] })
    }
    const retailers = [
      { accountNumber: 'N1', name: 'North shop', territory: 'North' },
      { accountNumber: 'S1', name: 'South shop', territory: 'South' },
      { accountNumber: 'N2', name: 'Closed shop', territory: 'North', status: 'closed' },
    ]
    await upsertRetailers(tx, retailers, today)
    await upsertProducts(tx, [
      { code: 'A', name: 'Apples', priceCents: 100 },
      { code: 'B', name: 'Bread', priceCents: 200 },
    ])
  })
}

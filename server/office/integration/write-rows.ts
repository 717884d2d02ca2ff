import type { RowResult } from '../../../shared/contract/integration.ts'
import { UsernameJustTaken } from '../../people/accounts/upsert-contacts.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import { upsertCategories } from '../../trade/catalogue/upsert-categories.ts'
import { upsertProducts } from '../../trade/catalogue/upsert-products.ts'
import { upsertListPrices } from '../../trade/prices/upsert-list-prices.ts'
import { upsertPrices } from '../../trade/prices/upsert-prices.ts'
import { upsertTargets } from '../../trade/targets/upsert-targets.ts'
import { upsertVisits } from '../../trade/visits/upsert-visits.ts'
import { type Ended, inCall, recordCall, type SystemAuthority, type WrittenBy } from './in-call.ts'
import { writeContacts } from './write-contacts.ts'
import { writeRetailers } from './write-retailers.ts'

export type RowsWritten = { kind: 'written'; results: RowResult[] }

type Write = (tx: Tx, rows: readonly unknown[], by: WrittenBy) => Promise<{ results: RowResult[] }>

const writers = {
  products: (tx, rows) => upsertProducts(tx, rows),
  categories: (tx, rows) => upsertCategories(tx, rows),
  'price-lists': (tx, rows) => upsertListPrices(tx, rows),
  prices: (tx, rows) => upsertPrices(tx, rows),
  retailers: writeRetailers,
  contacts: writeContacts,
  targets: (tx, rows) => upsertTargets(tx, rows),
  visits: (tx, rows) => upsertVisits(tx, rows),
} satisfies Record<string, Write>

export type RowCollection = keyof typeof writers

type Command = { collection: RowCollection; rows: readonly unknown[] }

/** Adds and changes rows for another system, and records how many. */
export function createWriteRows(needs: { db: Db; clock: Clock }) {
  return async function writeRows(
    authority: SystemAuthority,
    { collection, rows }: Command,
  ): Promise<RowsWritten | Ended> {
    const write: Write = writers[collection]
    const run = () =>
      inCall<RowsWritten>(needs, authority, async tx => {
        const at = needs.clock.now()
        const { results } = await write(tx, rows, { authority, at })
        await recordRows(tx, { authority, at }, { collection, results })
        return { kind: 'written', results }
      })
    try {
      return await run()
    } catch (fault) {
      if (!(fault instanceof UsernameJustTaken)) throw fault
      return run()
    }
  }
}

async function recordRows(
  tx: Tx,
  { authority, at }: WrittenBy,
  { collection, results }: { collection: RowCollection; results: readonly RowResult[] },
): Promise<void> {
  const counts = Object.fromEntries(
    [...Map.groupBy(results, ({ outcome }) => outcome)].map(([outcome, of]) => [outcome, of.length]),
  )
  const isOfProducts = collection === 'products'
  const action = isOfProducts ? 'products-written' : 'rows-written'
  await recordCall(tx, authority, { at, action, details: { ...(!isOfProducts && { rows: collection }), ...counts } })
}

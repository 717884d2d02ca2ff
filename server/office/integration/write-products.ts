import type { RowResult } from '../../../shared/contract/integration.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { upsertProducts } from '../../trade/catalogue/upsert-products.ts'
import { type Ended, inCall, recordCall, type SystemAuthority } from './in-call.ts'

export type ProductsWritten = { kind: 'written'; results: RowResult[] }

/** Adds and changes products for another system, and records how many. */
export function createWriteProducts(needs: { db: Db; clock: Clock }) {
  return async function writeProducts(
    authority: SystemAuthority,
    rows: readonly unknown[],
  ): Promise<ProductsWritten | Ended> {
    return inCall<ProductsWritten>(needs, authority, async tx => {
      const { results } = await upsertProducts(tx, rows)
      const details = Object.fromEntries(
        [...Map.groupBy(results, ({ outcome }) => outcome)].map(([key, of]) => [key, of.length]),
      )
      await recordCall(tx, authority, { at: needs.clock.now(), action: 'products-written', details })
      return { kind: 'written', results }
    })
  }
}

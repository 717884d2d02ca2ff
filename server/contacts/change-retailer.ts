import type { RetailerChange } from '../../shared/contract/retailers.ts'
import { isAccountNumberTaken, lockRetailer, updateRetailer } from '../accounts/retailers.store.ts'
import { countTerritories } from '../accounts/territories.store.ts'
import { recordEvent } from '../audit/audit.store.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../database/tables.ts'
import { unlessTaken } from '../database/unless-taken.ts'
import type { Authority } from '../roles/authority.ts'

export type RetailerChanged =
  | { kind: 'changed' }
  | { kind: 'no-such-retailer' }
  | { kind: 'number-taken' }
  | { kind: 'no-such-territory' }

type Order = { id: string; change: RetailerChange; authority: Authority }

/** Changes what stands about a retailer. In another territory it belongs to other reps from then on. */
export function createChangeRetailer({ db, clock }: { db: Db; clock: Clock }) {
  return async function changeRetailer({ id, change, authority }: Order): Promise<RetailerChanged> {
    const { status, territoryId, accountNumber } = change
    return unlessTaken('retailers_account_number_key', { kind: 'number-taken' as const }, () =>
      db.transaction().execute(async tx => {
        if (!(await lockRetailer(tx, id))) return { kind: 'no-such-retailer' as const }
        if (territoryId !== null && (await countTerritories(tx, [territoryId])) === 0)
          return { kind: 'no-such-territory' as const }
        if (await isAccountNumberTaken(tx, { accountNumber, exceptId: id })) return { kind: 'number-taken' as const }
        await updateRetailer(tx, { ...change, id, isActive: status === 'open' })
        await recordEvent(tx, { at: clock.now(), action: 'retailer-changed', ...authority, details: { retailer: id } })
        return { kind: 'changed' as const }
      }),
    )
  }
}

export type ChangeRetailer = ReturnType<typeof createChangeRetailer>

import type { RetailerChange } from '../../../shared/contract/retailers.ts'
import {
  isAccountNumberTaken,
  isPriceList,
  lockContactsOf,
  lockRetailer,
  updateRetailer,
} from '../../people/retailers/retailers.store.ts'
import type { Authority } from '../../people/roles/authority.ts'
import { countTerritories } from '../../people/territories/territories.store.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { unlessTaken } from '../../platform/database/unless-taken.ts'
import { closeContacts } from './close-contacts.ts'

export type RetailerChanged =
  | {
      kind: 'changed'
      /** The retailer was open before. This many contacts and sessions were signed out. */
      closing?: { contacts: number; sessionsEnded: number }
    }
  | { kind: 'no-such-retailer' }
  | { kind: 'number-taken' }
  | { kind: 'no-such-territory' | 'no-such-price-list' }

type Command = { id: string; change: RetailerChange; authority: Authority }

/**
 * Changes a retailer. Moving it to another territory moves it to other reps. Closing it keeps its contacts from signing
 * in: their sessions and resets end in the same transaction (ASVS 7.4.2). Their access, passwords and orders are kept
 * for when it opens again.
 */
export function createChangeRetailer({ db, clock }: { db: Db; clock: Clock }) {
  return async function changeRetailer({ id, change, authority }: Command): Promise<RetailerChanged> {
    const { status, territoryId, accountNumber, priceListId } = change
    return unlessTaken('retailers_account_number_key', { kind: 'number-taken' as const }, () =>
      db.transaction().execute(async tx => {
        const contactIds = status === 'closed' ? await lockContactsOf(tx, id) : []
        const before = await lockRetailer(tx, id)
        if (!before) return { kind: 'no-such-retailer' as const }
        if (territoryId !== null && (await countTerritories(tx, [territoryId])) === 0)
          return { kind: 'no-such-territory' as const }
        if (priceListId && !(await isPriceList(tx, priceListId))) return { kind: 'no-such-price-list' as const }
        if (await isAccountNumberTaken(tx, { accountNumber, exceptId: id })) return { kind: 'number-taken' as const }
        await updateRetailer(tx, { ...change, id, isActive: status === 'open' })
        const at = clock.now()
        await recordEvent(tx, { at, action: 'retailer-changed', ...authority, details: { retailer: id, status } })
        if (status === 'open' || !before.isOpen) return { kind: 'changed' as const }
        return { kind: 'changed' as const, closing: await closeContacts(tx, { contactIds, by: authority, at }) }
      }),
    )
  }
}

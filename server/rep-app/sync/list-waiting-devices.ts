import type { WaitingDevices } from '../../../shared/contract/held-items.ts'
import { fullNameOf } from '../../../shared/names/full-name.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { listWaitingRows } from './held-items.query.ts'

/** Lists devices with orders that the server does not have, oldest first. */
export function createListWaitingDevices({ db, clock }: { db: Db; clock: Clock }) {
  return async function listWaitingDevices(): Promise<WaitingDevices> {
    const rows = await listWaitingRows(db)
    return {
      devices: rows.map(row => {
        const isReleased = row.released_until !== null && row.released_until > clock.now()
        return {
          person: {
            id: row.account_id,
            fullName: fullNameOf({ givenName: row.given_name, familyName: row.family_name }),
            username: row.username,
          },
          device: row.name,
          appVersion: row.app_version,
          waiting: {
            orders: row.waiting_orders,
            quotes: row.waiting_quotes,
            notes: row.waiting_notes,
            others: row.waiting_others,
          },
          oldestWaitingAt: row.oldest_waiting_at?.toISOString() ?? null,
          lastSeenAt: row.last_seen_at.toISOString(),
          canSignIn: row.is_active && row.has_licence && row.locked_at === null && row.compromised_at === null,
          canBeReleased: row.key_thumbprint !== null,
          releasedUntil: isReleased ? (row.released_until?.toISOString() ?? null) : null,
        }
      }),
    }
  }
}

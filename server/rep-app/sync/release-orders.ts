import { dayMs } from '../../../shared/time.ts'
import { type Authority, isWithinReach } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { releaseDevicesOf } from './app-devices.store.ts'

export type OrdersReleased = { kind: 'released'; devices: number } | { kind: 'above-you' } | { kind: 'no-device' }

const releaseDays = 30

/** Lets the devices of a person hand in their unsent items once without a sign-in, for an administrator to decide on. */
export function createReleaseOrders({ db, clock }: { db: Db; clock: Clock }) {
  return async function releaseOrders(command: { accountId: string; authority: Authority }): Promise<OrdersReleased> {
    const { accountId, authority } = command
    return db.transaction().execute(async tx => {
      if (!(await isWithinReach(tx, { authority, accountId }))) return { kind: 'above-you' as const }
      const at = clock.now()
      const until = new Date(at.getTime() + releaseDays * dayMs)
      const devices = await releaseDevicesOf(tx, { accountId, until })
      if (devices === 0) return { kind: 'no-device' as const }
      await recordEvent(tx, { at, action: 'orders-released', ...authority, accountId, details: { devices } })
      return { kind: 'released' as const, devices }
    })
  }
}

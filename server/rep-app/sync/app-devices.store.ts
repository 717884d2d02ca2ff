import type { Heartbeat } from '../../../shared/contract/app.ts'
import type { Queryable, Tx } from '../../platform/database/tables.ts'

type Beat = { accountId: string; thumbprint: string; beat: Heartbeat; at: Date }

/** A signed-in rep sends the orders, so this ends any open release. */
export async function saveHeartbeat(db: Queryable, { accountId, thumbprint, beat, at }: Beat): Promise<void> {
  const state = {
    name: beat.deviceName,
    app_version: beat.appVersion,
    waiting_orders: beat.waiting.orders,
    waiting_quotes: beat.waiting.quotes,
    waiting_notes: beat.waiting.notes,
    waiting_others: beat.waiting.others,
    oldest_waiting_at: beat.oldestWaitingAt === null ? null : new Date(beat.oldestWaitingAt),
    last_complete_sync_at: beat.lastCompleteSyncAt === null ? null : new Date(beat.lastCompleteSyncAt),
    last_seen_at: at,
    key_thumbprint: thumbprint,
    released_until: null,
  }
  await db
    .insertInto('app_devices')
    .values({ account_id: accountId, device_id: beat.deviceId, ...state })
    .onConflict(conflict => conflict.columns(['account_id', 'device_id']).doUpdateSet(state))
    .execute()
}

/** The account that last signed in on the device with this key. */
export async function findAccountOfKey(
  db: Queryable,
  { deviceId, thumbprint }: { deviceId: string; thumbprint: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('app_devices')
    .select('account_id')
    .where('device_id', '=', deviceId)
    .where('key_thumbprint', '=', thumbprint)
    .executeTakeFirst()
  return row?.account_id
}

type DeviceKey = { accountId: string; deviceId: string }

/** The end of the release, locked while the device hands in. */
export async function lockRelease(tx: Tx, { accountId, deviceId }: DeviceKey): Promise<Date | null> {
  const row = await tx
    .selectFrom('app_devices')
    .select('released_until')
    .where('account_id', '=', accountId)
    .where('device_id', '=', deviceId)
    .forUpdate()
    .executeTakeFirst()
  return row?.released_until ?? null
}

/** Records that the release was used and that the device has no unsent items. */
export async function closeRelease(tx: Tx, { accountId, deviceId }: DeviceKey): Promise<void> {
  await tx
    .updateTable('app_devices')
    .set({
      released_until: null,
      waiting_orders: 0,
      waiting_quotes: 0,
      waiting_notes: 0,
      waiting_others: 0,
      oldest_waiting_at: null,
    })
    .where('account_id', '=', accountId)
    .where('device_id', '=', deviceId)
    .execute()
}

/** Releases every device of the account that can prove its key, and returns their number. */
export async function releaseDevicesOf(
  tx: Tx,
  { accountId, until }: { accountId: string; until: Date },
): Promise<number> {
  const released = await tx
    .updateTable('app_devices')
    .set({ released_until: until })
    .where('account_id', '=', accountId)
    .where('key_thumbprint', 'is not', null)
    .executeTakeFirst()
  return Number(released.numUpdatedRows)
}

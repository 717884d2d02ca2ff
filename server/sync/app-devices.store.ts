import type { Heartbeat } from '../../shared/contract/app.ts'
import type { Queryable } from '../database/tables.ts'

export async function saveHeartbeat(db: Queryable, accountId: string, beat: Heartbeat, at: Date): Promise<void> {
  const state = {
    name: beat.deviceName,
    app_version: beat.appVersion,
    waiting_orders: beat.waiting.orders,
    waiting_quotes: beat.waiting.quotes,
    waiting_notes: beat.waiting.notes,
    oldest_waiting_at: beat.oldestWaitingAt === null ? null : new Date(beat.oldestWaitingAt),
    last_complete_sync_at: beat.lastCompleteSyncAt === null ? null : new Date(beat.lastCompleteSyncAt),
    last_seen_at: at,
  }
  await db
    .insertInto('app_devices')
    .values({ account_id: accountId, device_id: beat.deviceId, ...state })
    .onConflict(conflict => conflict.columns(['account_id', 'device_id']).doUpdateSet(state))
    .execute()
}

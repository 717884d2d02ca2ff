import type { Queryable } from '../../platform/database/tables.ts'

/** The devices with the rep's app, with the latest report of each, most recently seen first. */
export function listLinkedDevices(db: Queryable, accountId: string) {
  return db
    .selectFrom('app_devices')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('last_seen_at', 'desc')
    .execute()
}

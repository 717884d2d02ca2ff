import { randomUUID } from 'node:crypto'
import type { TestApp } from '../servers/app.ts'
import { riley } from './reset-steps-http.ts'

/** A note sent by a device, which waits for an administrator's decision. */
export async function addHeldItem(app: TestApp, retailerId: string): Promise<string> {
  const id = randomUUID()
  await app.database.pool.query(
    `insert into pushed_items (id, account_id, device_id, kind, outcome, payload, received_at)
     values ($1, $2, $3, 'note', 'released', $4, $5)`,
    [id, await app.accountId(riley), randomUUID(), { retailerId, text: 'closed on Mondays' }, app.clock.now()],
  )
  return id
}

/** A device that was signed in before. */
export async function addFormerDevice(app: TestApp, accountId: string): Promise<void> {
  await app.database.pool.query(
    `insert into app_devices (account_id, device_id, name, app_version, waiting_orders, waiting_quotes, waiting_notes,
       last_seen_at, key_thumbprint)
     values ($1, $2, 'Browser', '0.1.0', 1, 0, 0, $3, $4)`,
    [accountId, randomUUID(), app.clock.now(), randomUUID()],
  )
}

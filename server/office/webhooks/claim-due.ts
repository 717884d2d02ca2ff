import type { Db } from '../../platform/database/tables.ts'
import { type ClaimedDelivery, claimDeliveries } from './deliveries.store.ts'
import { freeWebhook, leaseWebhooks } from './webhooks.store.ts'

type Claim = {
  at: Date
  leaseSeconds: number
  most: number
  /** Of this webhook alone. */
  webhookId?: string
}

/**
 * Takes one due event of each webhook to which nothing is on its way. If the process dies, another attempt begins after the
 * lease: an event may arrive twice, and never not at all.
 */
export async function claimDue(db: Db, { at, leaseSeconds, most, webhookId }: Claim): Promise<ClaimedDelivery[]> {
  const until = new Date(at.getTime() + leaseSeconds * 1000)
  return db.transaction().execute(async tx => {
    const leased = await leaseWebhooks(tx, { at, until, most, webhookId })
    const claimed = leased.length > 0 ? await claimDeliveries(tx, { webhookIds: leased, at, until }) : []
    // Another worker has just sent the last event of these.
    const without = leased.filter(id => !claimed.some(delivery => delivery.webhookId === id))
    for (const id of without) await freeWebhook(tx, { id, busyUntil: until })
    return claimed
  })
}

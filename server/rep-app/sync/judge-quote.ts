import type { Tx } from '../../platform/database/tables.ts'
import { type Rejected, rejected } from '../../trade/captured/captured-item.ts'
import { type LockedOrder, lockOrder } from '../../trade/orders/orders.store.ts'

type FromQuote = { quoteId: string; retailerId: string }

/**
 * Decides whether this quote can become an order. The day of the capture counts: a quote that lapsed while the device
 * was offline is still ordered in time.
 */
export async function judgeQuote(
  tx: Tx,
  { quoteId, retailerId }: FromQuote,
  day: string,
): Promise<{ kind: 'good'; quote: LockedOrder } | Rejected> {
  const quote = await lockOrder(tx, quoteId)
  if (quote?.kind !== 'quote' || quote.retailerId !== retailerId)
    return rejected('no-such-order', 'quoteId', 'This quote is not one of this retailer.')
  const isInTime = quote.validUntil === null || day <= quote.validUntil
  if (isInTime && (quote.status === 'open' || quote.status === 'lapsed')) return { kind: 'good', quote }
  const why = isInTime ? `is already ${quote.status}` : 'has lapsed'
  return rejected('quote-not-open', 'quoteId', `Quote ${quote.number} ${why}. Order the products without it.`)
}

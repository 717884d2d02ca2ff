import { dayIn } from '../../../shared/prices/day-in.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { type CapturedOrder, type Rejected, rejected } from '../../trade/captured/captured-item.ts'
import { judgeLines, judgeReturnedLines } from '../../trade/orders/judge-lines.ts'
import { isContactOf } from '../../trade/orders/ordered-before.query.ts'
import { judgeDays } from './judge-days.ts'
import { judgeQuote } from './judge-quote.ts'

type Judging = { now: Date; creditStatus: 'good' | 'watch' | 'hold' }

/** Decides on an order, a quote or a return of a rep's own, open retailer. */
export async function judgeOrder(
  tx: Tx,
  captured: CapturedOrder,
  { now, creditStatus }: Judging,
): Promise<CapturedOrder | Rejected> {
  const { kind, payload } = captured
  const organisation = await getOrganisation(tx)
  // A device whose clock runs ahead reaches no price of the future.
  const day = dayIn(organisation.timeZone, captured.capturedAt < now ? captured.capturedAt : now)
  const wrongDay = judgeDays(captured, day)
  if (wrongDay) return wrongDay
  if (payload.contactId && !(await isContactOf(tx, { contactId: payload.contactId, retailerId: payload.retailerId })))
    return rejected('no-such-contact', 'contactId', 'This contact is no longer at this retailer. Choose another one.')
  const judge = kind === 'return' ? judgeReturnedLines : judgeLines
  const rejection = await judge(tx, payload, { day, organisation })
  if (rejection) return { kind: 'rejected', rejection }
  if (kind !== 'order') return captured
  const status = creditStatus === 'hold' ? 'on-hold' : 'received'
  if (!payload.quoteId) return { ...captured, status }
  const quote = await judgeQuote(tx, { ...payload, quoteId: payload.quoteId }, day)
  return quote.kind === 'rejected' ? quote : { ...captured, status, quote: quote.quote }
}

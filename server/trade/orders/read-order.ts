import type { OrderDetails } from '../../../shared/contract/orders.ts'
import { dayIn } from '../../../shared/prices/day-in.ts'
import { totalsOf } from '../../../shared/prices/totals-of.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { findOrder, listHistory } from './order-details.query.ts'
import { listLines } from './order-lines.query.ts'
import { toOrderRow } from './order-row.ts'

/** Reads one order with its lines, totals and history. Undefined if there is none. */
export function createReadOrder({ db, clock }: { db: Db; clock: Clock }) {
  return async function readOrder(id: string): Promise<OrderDetails | undefined> {
    const [found, lines, history, { currency, timeZone }] = await Promise.all([
      findOrder(db, id),
      listLines(db, [id]),
      listHistory(db, id),
      getOrganisation(db),
    ])
    return (
      found && {
        ...toOrderRow(found, dayIn(timeZone, clock.now())),
        accountNumber: found.account_number,
        isRetailerOpen: found.is_active,
        contact: found.contact,
        note: found.note,
        customerNote: found.customer_note,
        purchaseOrder: found.purchase_order,
        quote: found.quote,
        order: found.became,
        lines: lines.map(({ orderId: _, place: __, ...line }) => ({
          ...line,
          netCents: line.quantity * line.priceCents,
        })),
        totals: totalsOf(lines),
        history: history.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
        currency,
      }
    )
  }
}

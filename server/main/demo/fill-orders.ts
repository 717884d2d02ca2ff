import { dayIn } from '../../../shared/prices/day-in.ts'
import { dayMs } from '../../../shared/time.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { insertHistory, insertOrders, nextNumber, type OrderHistory, totalOf } from '../../trade/orders/orders.store.ts'
import { insertTargets } from '../../trade/targets/targets.store.ts'
import { demoOrganisation } from './demo-people.ts'
import { type MadeOrder, makeOrders } from './make-orders.ts'
import type { DemoProduct } from './make-products.ts'
import type { DemoRetailer } from './make-retailers.ts'
import { targetFor } from './make-visits.ts'

type Seller = { accountId: string; retailers: readonly DemoRetailer[] }
type Selling = {
  selling: readonly Seller[]
  administratorId: string | null
  products: readonly DemoProduct[]
  now: Date
  days: number
}

/** The orders of all reps by their day, so that a later order has a higher number, and the targets that fit them. */
export async function fillOrders(tx: Tx, { selling, administratorId, products, now, days }: Selling): Promise<void> {
  const made = selling.flatMap(({ accountId, retailers }, seller) =>
    makeOrders({ retailers, products, accountId, seller, now, days }),
  )
  made.sort((one, other) => one.capturedAt.getTime() - other.capturedAt.getTime())
  const orders = []
  for (const { statuses: _, ...order } of made) orders.push({ ...order, number: await nextNumber(tx, order.kind) })
  await insertOrders(tx, orders)
  await insertHistory(
    tx,
    made.map(order => historyOf(order, administratorId)),
  )
  await insertTargets(
    tx,
    selling.map(({ accountId }, seller) => targetOf(made, { accountId, seller, now })),
  )
}

const customerNotes: Partial<Record<OrderHistory['status'], string>> = {
  'on-hold': 'We will call you about the payment before we deliver.',
  shipped: "It's on the van.",
}

/** After the capture: the office's decision, then the ERP's messages. */
function historyOf({ id, statuses }: MadeOrder, administratorId: string | null): OrderHistory {
  const last = statuses.at(-1)?.status ?? 'received'
  const events = statuses.slice(1).map(({ status, at }) => {
    const isOfOffice = status === 'on-hold' || status === 'confirmed' || status === 'cancelled'
    return isOfOffice
      ? { at, status, actor: 'administrator' as const, accountId: administratorId }
      : { at, status, actor: 'system' as const, accountId: null }
  })
  return { id, status: last, customerNote: customerNotes[last] ?? '', events }
}

type Target = { accountId: string; seller: number; now: Date }

function targetOf(made: readonly MadeOrder[], { accountId, seller, now }: Target) {
  const month = dayIn(demoOrganisation.timeZone, now).slice(0, 7)
  const own = made.filter(order => order.accountId === accountId && order.kind === 'order')
  const sum = (orders: readonly MadeOrder[]) => orders.reduce((total, { lines }) => total + totalOf(lines), 0)
  const recent = own.filter(({ capturedAt }) => now.getTime() - capturedAt.getTime() < 28 * dayMs)
  const sold = own.filter(({ capturedAt }) => dayIn(demoOrganisation.timeZone, capturedAt).startsWith(month))
  return { accountId, month, amountCents: targetFor(sum(recent), seller), soldCents: sum(sold) }
}

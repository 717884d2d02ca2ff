import { Text, Title } from '@mantine/core'
import { Link, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { RepApp } from '../app/create-rep-app.ts'
import { useAppRows, useCacheRows } from '../app/use-app.tsx'
import type { OutboxStatus } from '../device/outbox-db.ts'
import { Brought } from '../sign-in/Brought.tsx'
import { creditWords } from '../statements/order-state.ts'
import { refusedWords } from '../statements/saved.ts'
import { KindChooser } from './KindChooser.tsx'
import { NoLongerSold } from './NoLongerSold.tsx'
import { OrderForm } from './OrderForm.tsx'
import { type OrderRef, useOpenedOrder } from './use-order-form.ts'

/** Takes an order, a quote or a return, or fixes one that the server refused. */
export function OrderScreen() {
  const { retailer: retailerId, kind, item = '', again } = useSearch({ from: '/orders/new' })
  const ask = useCallback(({ cache }: RepApp) => cache.retailers.get(retailerId), [retailerId])
  const retailer = useCacheRows(ask)
  // Texts, not the item: each change of the draft writes it, and the screen must not be drawn again for that.
  const askStatus = useCallback(async ({ capture }: RepApp) => (await capture.find(item))?.status, [item])
  const askReason = useCallback(
    async ({ capture }: RepApp) => (await capture.find(item))?.lastError?.message ?? null,
    [item],
  )
  const status = useAppRows(askStatus)
  const reason = useAppRows(askReason)
  const creditSaid = creditWords({ credit: retailer?.creditStatus, kind })
  return (
    <>
      <p className="over-title">{retailer?.name}</p>
      <Title order={1}>{titleOf(status, kind)}</Title>
      <Brought>
        {creditSaid && (
          <Text className="notice alarming" role="status">
            {creditSaid}
          </Text>
        )}
        {again !== undefined && <NoLongerSold again={again} />}
        {status === 'attention' && reason !== undefined && (
          <p className="notice" role="status">
            {refusedWords({ type: kind, reason })}
          </p>
        )}
        <OpenedOrder retailerId={retailerId} kind={kind} item={item} />
      </Brought>
    </>
  )
}

function titleOf(status: OutboxStatus | undefined, kind: OrderRef['kind']): string {
  if (status === 'attention') return `Fix ${kind}`
  return status === undefined || status === 'draft' ? `New ${kind}` : `Saved ${kind}`
}

function OpenedOrder(order: OrderRef) {
  const opened = useOpenedOrder(order)
  if (!opened) return null
  const isFree = opened !== 'closed' && opened.kind !== 'attention' && !opened.content.quoteId
  if (opened !== 'closed')
    return (
      <>
        {isFree && <KindChooser />}
        <OrderForm key={opened.form.id + order.kind} order={order} opened={opened} />
      </>
    )
  return (
    <section aria-label="Already saved" className="notice">
      <Text role="status">This {order.kind} is already saved, so it can't be changed here.</Text>
      <Link to="/orders" className="back">
        Orders and Quotes
      </Link>
    </section>
  )
}

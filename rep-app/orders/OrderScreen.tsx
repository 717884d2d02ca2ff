import { Text, Title } from '@mantine/core'
import { Link, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { RepApp } from '../app/create-rep-app.ts'
import { useAppRows } from '../app/use-app.tsx'
import type { OutboxStatus } from '../device/outbox-db.ts'
import { Brought } from '../sign-in/Brought.tsx'
import { refusedWords } from '../statements/saved.ts'
import { NoLongerSold } from './NoLongerSold.tsx'
import { OrderForm } from './OrderForm.tsx'
import { type OrderRef, useOpenedOrder } from './use-order-form.ts'

const titles = { order: 'New order', quote: 'New quote' }
const fixTitles = { order: 'Fix order', quote: 'Fix quote' }
const savedTitles = { order: 'Saved order', quote: 'Saved quote' }

/** Takes an order or a quote, or fixes one that the server refused. */
export function OrderScreen() {
  const { retailer: retailerId, kind, item = '', again } = useSearch({ from: '/orders/new' })
  const ask = useCallback(({ cache }: RepApp) => cache.retailers.get(retailerId), [retailerId])
  const retailer = useAppRows(ask)
  const askItem = useCallback(({ capture }: RepApp) => capture.find(item), [item])
  const found = useAppRows(askItem)
  return (
    <>
      <p className="over-title">{retailer?.name}</p>
      <Title order={1}>{titleOf(found?.status, kind)}</Title>
      <Brought>
        {again !== undefined && <NoLongerSold again={again} />}
        {found?.status === 'attention' && (
          <p className="notice" role="status">
            {refusedWords({ type: kind, reason: found.lastError?.message ?? null })}
          </p>
        )}
        <OpenedOrder retailerId={retailerId} kind={kind} item={item} />
      </Brought>
    </>
  )
}

function titleOf(status: OutboxStatus | undefined, kind: OrderRef['kind']): string {
  if (status === 'attention') return fixTitles[kind]
  return status === undefined || status === 'draft' ? titles[kind] : savedTitles[kind]
}

function OpenedOrder(order: OrderRef) {
  const opened = useOpenedOrder(order)
  if (!opened) return null
  if (opened !== 'closed') return <OrderForm order={order} opened={opened} />
  return (
    <section aria-label="Already saved" className="notice">
      <Text role="status">This {order.kind} is already saved, so it can't be changed here.</Text>
      <Link to="/orders" className="back">
        Orders and Quotes
      </Link>
    </section>
  )
}

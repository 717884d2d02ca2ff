import { Text, Title } from '@mantine/core'
import { Link, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { RepApp } from '../app/create-rep-app.ts'
import { useAppRows } from '../app/use-app.tsx'
import { Brought } from '../sign-in/Brought.tsx'
import { NoLongerSold } from './NoLongerSold.tsx'
import { OrderForm } from './OrderForm.tsx'
import { type OrderRef, useOpenedOrder } from './use-order-form.ts'

const titles = { order: 'New order', quote: 'New quote' }

/** Takes an order or a quote. */
export function OrderScreen() {
  const { retailer: retailerId, kind, item = '', again } = useSearch({ from: '/orders/new' })
  const ask = useCallback(({ cache }: RepApp) => cache.retailers.get(retailerId), [retailerId])
  const retailer = useAppRows(ask)
  return (
    <>
      <p className="over-title">{retailer?.name}</p>
      <Title order={1}>{titles[kind]}</Title>
      <Brought>
        {again !== undefined && <NoLongerSold again={again} />}
        <OpenedOrder retailerId={retailerId} kind={kind} item={item} />
      </Brought>
    </>
  )
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

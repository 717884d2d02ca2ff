import { Button, List, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { OrderDetails, QuoteCheck, QuoteOrdered } from '../../shared/contract/orders.ts'
import { ask } from '../api/ask.ts'
import { quoteCheckQuery } from '../api/order-queries.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { ChangeDialog } from '../ui/ChangeDialog.tsx'
import { amountWords } from './order-words.ts'

const route = getRouteApi('/orders/$orderId')

/** Turns a quote into an order, after showing which prices have changed since. */
export function QuoteToOrder({ order }: { order: OrderDetails }) {
  const { id, number, currency } = order
  const [isOpen, setIsOpen] = useState(false)
  const navigate = route.useNavigate()
  const refresh = useRefresh('orders', 'order', 'quote-check')
  const { data: check, error } = useQuery({ ...quoteCheckQuery(id), enabled: isOpen })
  const ordering = useCommand({
    mutationFn: () =>
      ask<QuoteOrdered>(`/orders/${id}/order`, { order: { totalCents: check?.totalCents ?? order.totalCents } }),
    onSuccess: async made => {
      await refresh()
      await navigate({ to: '/orders/$orderId', params: { orderId: made.id } })
    },
    onError: () => refresh(),
  })
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>Turn into an order</Button>
      <ChangeDialog
        isOpen={isOpen}
        question={`Turn ${number} into an order?`}
        confirm={check ? `Order for ${amountWords(check.totalCents, currency)}` : 'Order'}
        isPending={ordering.isPending || (!check && !error)}
        fault={ordering.error ?? error}
        onConfirm={() => ordering.mutate()}
        onCancel={() => setIsOpen(false)}
      >
        {check ? <Changes check={check} currency={currency} /> : <Skeleton height={60} />}
      </ChangeDialog>
    </>
  )
}

function Changes({ check: { lines, unsold }, currency }: { check: QuoteCheck; currency: string }) {
  if (lines.length === 0 && unsold.length === 0) return <Text>The prices are still those of the quote.</Text>
  return (
    <>
      <Text>Agree on these changes with the customer first:</Text>
      <List>
        {lines.map(({ name, quantity, beforeCents, priceCents }) => (
          <List.Item key={`${name} ${quantity}`}>
            {name}: {amountWords(priceCents, currency)} instead of {amountWords(beforeCents, currency)}
          </List.Item>
        ))}
        {unsold.map(name => (
          <List.Item key={name}>{name}: no longer sold, so it is left out</List.Item>
        ))}
      </List>
    </>
  )
}

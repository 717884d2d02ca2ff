import { Button, Group, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { OrderStatus } from '../../shared/contract/order-status.ts'
import type { OrderDetails, StatusResults } from '../../shared/contract/orders.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { ChangeDialog } from '../ui/ChangeDialog.tsx'
import { Problem } from '../ui/Problem.tsx'
import { nextStatuses, statusWords } from './order-words.ts'

const verbs: Partial<Record<OrderStatus, string>> = {
  received: 'Release from hold',
  'on-hold': 'Put on hold',
  confirmed: 'Confirm',
  shipped: 'Mark as shipped',
  invoiced: 'Mark as invoiced',
  cancelled: 'Cancel',
  withdrawn: 'Withdraw',
}

type Props = { order: OrderDetails; children: ReactNode }

/** One button for each status that may follow. An order that ends asks first. */
export function ChangeStatus({ order: { id, number, kind, status }, children }: Props) {
  const [asked, setAsked] = useState<OrderStatus>()
  const [refused, setRefused] = useState(false)
  const refresh = useRefresh('orders', 'order')
  const changing = useCommand({
    mutationFn: (next: OrderStatus) => ask<StatusResults>('/orders/status', { order: { ids: [id], status: next } }),
    onSuccess: async ({ results }) => {
      setRefused(results[0]?.outcome === 'status-cannot-follow')
      setAsked(undefined)
      await refresh()
    },
  })
  const labelOf = (next: OrderStatus) =>
    next === 'cancelled' || next === 'withdrawn' ? `${verbs[next]} ${kind}` : (verbs[next] ?? statusWords[next])
  const ends = (next: OrderStatus) => next === 'cancelled' || next === 'withdrawn'
  return (
    <>
      <Group gap="sm" className="no-print">
        {children}
        {nextStatuses(status).map(next => (
          <Button
            key={next}
            variant={next === 'confirmed' ? 'filled' : 'default'}
            loading={changing.isPending && changing.variables === next}
            onClick={() => (ends(next) ? setAsked(next) : changing.mutate(next))}
          >
            {labelOf(next)}
          </Button>
        ))}
      </Group>
      {refused && <Text role="alert">Someone has changed this order since. This is its current status.</Text>}
      {changing.error && !asked && <Problem fault={changing.error} />}
      <ChangeDialog
        isOpen={asked !== undefined}
        question={asked ? `${labelOf(asked)} ${number}?` : ''}
        confirm={asked ? labelOf(asked) : ''}
        isPending={changing.isPending}
        fault={changing.error}
        onConfirm={() => asked && changing.mutate(asked)}
        onCancel={() => setAsked(undefined)}
      >
        <Text>This can’t be undone. The rep and the customer see the status.</Text>
      </ChangeDialog>
    </>
  )
}

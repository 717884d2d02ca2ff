import { Button, Group, NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import type { OrderStatus } from '../../shared/contract/order-status.ts'
import type { StatusResults } from '../../shared/contract/orders.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { Problem } from '../ui/Problem.tsx'
import { givenStatuses, resultWords, statusWords } from './order-words.ts'

type Props = { ids: readonly string[]; onDone: () => void }

/** Gives the selected orders one status. Each is answered for itself. */
export function BulkStatus({ ids, onDone }: Props) {
  const [status, setStatus] = useState<OrderStatus>('confirmed')
  const [result, setResult] = useState('')
  const refresh = useRefresh('orders', 'order')
  const changing = useCommand({
    mutationFn: () => ask<StatusResults>('/orders/status', { order: { ids, status } }),
    onSuccess: async ({ results }) => {
      setResult(resultWords(results, status))
      onDone()
      await refresh()
    },
  })
  return (
    <>
      {ids.length > 0 && (
        <Group align="end" gap="sm" component="section" aria-label="Selected orders">
          <Text pb={8}>{ids.length === 1 ? '1 selected' : `${ids.length} selected`}</Text>
          <NativeSelect
            className="filter"
            label="New status"
            data={givenStatuses.map(value => ({ value, label: statusWords[value] }))}
            value={status}
            onChange={event => setStatus(givenStatuses.find(one => one === event.currentTarget.value) ?? status)}
          />
          <Button loading={changing.isPending} onClick={() => changing.mutate()}>
            Change status
          </Button>
        </Group>
      )}
      <Text role="status">{result}</Text>
      {changing.error && <Problem fault={changing.error} />}
    </>
  )
}

import { Button, Stack } from '@mantine/core'
import type { OrderFilter } from '../../shared/contract/orders.ts'
import { askForFile } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { Problem } from '../ui/Problem.tsx'

/** A command rather than a link, because the audit records each export. */
export function ExportOrders({ filter }: { filter: OrderFilter }) {
  const taking = useCommand({ mutationFn: () => askForFile('/orders/export', { order: filter, name: 'orders.csv' }) })
  return (
    <Stack gap="xs" align="end">
      <Button variant="default" loading={taking.isPending} onClick={() => taking.mutate()}>
        Export as CSV
      </Button>
      {taking.error && <Problem fault={taking.error} />}
    </Stack>
  )
}

import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { allows } from '../../shared/contract/rights.ts'
import { ordersQuery } from '../api/order-queries.ts'
import type { OrderSearch } from '../api/order-search.ts'
import { administratorQuery } from '../api/queries.ts'
import { Found } from '../ui/Found.tsx'
import { zoneWords } from '../ui/moments.ts'
import { Pager } from '../ui/Pager.tsx'
import { useListSearch } from '../ui/use-list-search.ts'
import { BulkStatus } from './BulkStatus.tsx'
import { ExportOrders } from './ExportOrders.tsx'
import { OrderFilters } from './OrderFilters.tsx'
import { OrderTable } from './OrderTable.tsx'

const route = getRouteApi('/orders')

/** Orders, quotes and returns of the app and the website, the newest first. */
export function OrdersPage() {
  const { search, change } = useListSearch<OrderSearch>(route)
  const { before, ...filter } = search
  const navigate = route.useNavigate()
  const asked = useQuery(ordersQuery(search))
  const { data: administrator } = useQuery(administratorQuery)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const mayWrite = administrator && allows(administrator.rights, { module: 'orders', access: 'write' })
  // Only what is shown can be selected: a command never concerns an order that is out of sight.
  const shown = new Set((asked.data?.rows ?? []).map(({ id }) => id).filter(id => chosen.has(id)))
  const isFiltered = Object.keys(filter).length > 0
  return (
    <Stack>
      <Group justify="space-between" align="start">
        <Title order={1}>Orders</Title>
        <ExportOrders filter={filter} />
      </Group>
      <OrderFilters search={filter} onChange={change} />
      {mayWrite && <BulkStatus ids={[...shown]} onDone={() => setChosen(new Set())} />}
      <Found asked={asked}>
        {page => (
          <>
            {page.rows.length === 0 && (
              <Group>
                <Text role="status">
                  {isFiltered
                    ? 'No matching orders.'
                    : 'No orders yet. They appear here when a rep or a contact sends one.'}
                </Text>
                {isFiltered && (
                  <Button variant="default" onClick={() => void navigate({ search: {} })}>
                    Remove the filters
                  </Button>
                )}
              </Group>
            )}
            {page.rows.length > 0 && (
              <>
                <Text c="dimmed">Times are in {zoneWords()}.</Text>
                <OrderTable
                  rows={page.rows}
                  currency={page.currency}
                  chosen={shown}
                  onChoose={mayWrite ? setChosen : undefined}
                />
              </>
            )}
            <Pager
              labels={['Newest', 'Older']}
              onPrevious={before ? () => change({ before: undefined }) : undefined}
              onNext={page.hasMore ? () => change({ before: page.rows.at(-1)?.id }) : undefined}
            />
          </>
        )}
      </Found>
    </Stack>
  )
}

import { Alert, Anchor, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { OrderDetails } from '../../shared/contract/orders.ts'
import { allows } from '../../shared/contract/rights.ts'
import { orderQuery } from '../api/order-queries.ts'
import { administratorQuery } from '../api/queries.ts'
import { useAnswer } from '../api/use-answer.ts'
import { Problem } from '../ui/Problem.tsx'
import { State } from '../ui/State.tsx'
import { ChangeStatus } from './ChangeStatus.tsx'
import { CustomerNote } from './CustomerNote.tsx'
import { OrderFacts } from './OrderFacts.tsx'
import { OrderHistory } from './OrderHistory.tsx'
import { OrderLines } from './OrderLines.tsx'
import { dayWords, kindWords, statusTones, statusWords } from './order-words.ts'
import { QuoteToOrder } from './QuoteToOrder.tsx'

const route = getRouteApi('/orders/$orderId')

/** One order, quote or return, as it was received, and what happened to it since. */
export function OrderPage() {
  const { orderId } = route.useParams()
  const { data: order, error } = useAnswer(orderQuery(orderId))
  const { data: administrator } = useQuery(administratorQuery)
  if (error) return <Problem fault={error} />
  if (!order || !administrator) return <Skeleton height={400} />
  const mayWrite = allows(administrator.rights, { module: 'orders', access: 'write' })
  return (
    <Stack>
      <Anchor component={Link} to="/orders" underline="always" className="no-print">
        Back to all orders
      </Anchor>
      <Heading order={order} />
      {order.isHeld && order.requestedDay !== null && (
        <Alert variant="outline" color="var(--warning)" title={`Held until ${dayWords(order.requestedDay)}`}>
          The customer wants the goods on that day.
        </Alert>
      )}
      {mayWrite && (
        <ChangeStatus key={order.status} order={order}>
          {order.kind === 'quote' && order.status === 'open' && <QuoteToOrder order={order} />}
        </ChangeStatus>
      )}
      <OrderFacts order={order} rights={administrator.rights} />
      <OrderLines order={order} />
      <CustomerNote key={order.customerNote} order={order} mayWrite={mayWrite} />
      <OrderHistory history={order.history} />
    </Stack>
  )
}

function Heading({ order: { id, kind, number, status, retailer } }: { order: OrderDetails }) {
  return (
    <Group justify="space-between" align="start">
      <div>
        <Title order={1}>
          {kindWords[kind]} {number}
        </Title>
        <Text c="dimmed">{retailer.name}</Text>
        <State tone={statusTones[status]} word={statusWords[status]} />
      </div>
      <Group gap="sm" className="no-print">
        <Button variant="default" onClick={() => window.print()}>
          Print
        </Button>
        <Button variant="default" component="a" href={`/api/orders/${id}/pdf`} target="_blank" rel="noopener">
          Open PDF
        </Button>
      </Group>
    </Group>
  )
}

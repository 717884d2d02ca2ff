import { Anchor, Table } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { OrderDetails } from '../../shared/contract/orders.ts'
import { allows, type Rights } from '../../shared/contract/rights.ts'
import { momentWords, zoneWords } from '../ui/moments.ts'
import { dayWords, sourceWords } from './order-words.ts'

type Props = { order: OrderDetails; rights: Rights }

/** Who ordered what for whom, and when. Links lead only where the reader may go. */
export function OrderFacts({ order, rights }: Props) {
  const { retailer, accountNumber, isRetailerOpen, by, source, contact, quote, order: became } = order
  const facts: [string, ReactNode][] = [
    ['Retailer', <RetailerLink key="retailer" retailer={retailer} rights={rights} />],
    ['Account number', `${accountNumber}${isRetailerOpen ? '' : ' (closed)'}`],
    ['Ordered by', `${by.name}, ${sourceWords[source].toLowerCase()}`],
    ...(contact ? [['Contact', contact.name] as [string, ReactNode]] : []),
    [`Captured (${zoneWords()})`, momentWords(order.capturedAt)],
    [`Received (${zoneWords()})`, momentWords(order.receivedAt)],
    ...(order.purchaseOrder ? [['Customer’s number', order.purchaseOrder] as [string, ReactNode]] : []),
    ...(order.requestedDay ? [['Requested day', dayWords(order.requestedDay)] as [string, ReactNode]] : []),
    ...(order.validUntil ? [['Valid until', dayWords(order.validUntil)] as [string, ReactNode]] : []),
    ...(quote ? [['From quote', <OrderLink key="quote" {...quote} />] as [string, ReactNode]] : []),
    ...(became ? [['Became order', <OrderLink key="became" {...became} />] as [string, ReactNode]] : []),
    ...(order.note
      ? [['Note', <span key="note" className="breaks">{`“${order.note}”`}</span>] as [string, ReactNode]]
      : []),
  ]
  return (
    <Table variant="vertical" layout="fixed" aria-label="Facts">
      <Table.Tbody>
        {facts.map(([name, fact]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" w={150}>
              {name}
            </Table.Th>
            <Table.Td>{fact}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function RetailerLink({ retailer: { id, name }, rights }: { retailer: OrderDetails['retailer']; rights: Rights }) {
  if (!allows(rights, { module: 'retailers', access: 'read' })) return name
  return (
    <Anchor
      underline="always"
      renderRoot={props => <Link {...props} to="/retailers/$retailerId" params={{ retailerId: id }} />}
    >
      {name}
    </Anchor>
  )
}

function OrderLink({ id, number }: { id: string; number: string }) {
  return (
    <Anchor underline="always" renderRoot={props => <Link {...props} to="/orders/$orderId" params={{ orderId: id }} />}>
      {number}
    </Anchor>
  )
}

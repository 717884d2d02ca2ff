import { Anchor, Checkbox, Table, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { OrderRow } from '../../shared/contract/orders.ts'
import { momentWords } from '../ui/moments.ts'
import { State } from '../ui/State.tsx'
import { amountWords, dayWords, kindWords, sourceWords, statusTones, statusWords } from './order-words.ts'

type Props = {
  rows: OrderRow[]
  currency: string
  chosen: ReadonlySet<string>
  /** Undefined for a reader, who can't change a status. */
  onChoose: ((chosen: Set<string>) => void) | undefined
}

/** A phone shows number, retailer, status and total. Wider screens show more columns. */
export function OrderTable({ rows, currency, chosen, onChoose }: Props) {
  const isAll = rows.every(({ id }) => chosen.has(id))
  const choose = (ids: readonly string[], isChosen: boolean) =>
    onChoose?.(new Set(isChosen ? [...chosen, ...ids] : [...chosen].filter(id => !ids.includes(id))))
  const all = rows.map(({ id }) => id)
  return (
    <Table stickyHeader stickyHeaderOffset={56} highlightOnHover verticalSpacing="sm" aria-label="Orders">
      <Table.Thead>
        <Table.Tr>
          {onChoose && (
            <Table.Th className="tick">
              <Checkbox
                aria-label="Select all on this page"
                checked={isAll}
                indeterminate={!isAll && all.some(id => chosen.has(id))}
                onChange={event => choose(all, event.currentTarget.checked)}
              />
            </Table.Th>
          )}
          <Table.Th>Number</Table.Th>
          <Table.Th visibleFrom="sm">Retailer</Table.Th>
          <Table.Th visibleFrom="md">Ordered by</Table.Th>
          <Table.Th visibleFrom="md">Received</Table.Th>
          <Table.Th>Status</Table.Th>
          <Table.Th ta="end" visibleFrom="sm">
            Net total
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(row => (
          <Table.Tr key={row.id}>
            {onChoose && (
              <Table.Td className="tick">
                <Checkbox
                  aria-label={`Select ${row.number}`}
                  checked={chosen.has(row.id)}
                  onChange={event => choose([row.id], event.currentTarget.checked)}
                />
              </Table.Td>
            )}
            <Cells row={row} currency={currency} />
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Cells({ row, currency }: { row: OrderRow; currency: string }) {
  const { id, number, kind, retailer, by, source, receivedAt, status, totalCents } = row
  return (
    <>
      <Table.Td>
        <Anchor
          underline="always"
          className="whole"
          renderRoot={props => <Link {...props} to="/orders/$orderId" params={{ orderId: id }} />}
        >
          {number}
        </Anchor>
        {kind !== 'order' && (
          <Text size="sm" c="dimmed">
            {kindWords[kind]}
          </Text>
        )}
        <Text hiddenFrom="sm" size="sm" c="dimmed">
          {retailer.name}
        </Text>
        <Text hiddenFrom="sm" size="sm">
          {amountWords(totalCents, currency)}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">{retailer.name}</Table.Td>
      <Table.Td visibleFrom="md">
        {by.name}
        <Text size="sm" c="dimmed">
          {sourceWords[source]}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="md">{momentWords(receivedAt)}</Table.Td>
      <Table.Td>
        <State tone={statusTones[status]} word={statusWords[status]} />
        <DayLine row={row} />
      </Table.Td>
      <Table.Td ta="end" visibleFrom="sm" className="whole">
        {amountWords(totalCents, currency)}
      </Table.Td>
    </>
  )
}

/** The day that matters: until when an order is held, or until when a quote holds. */
function DayLine({ row: { isHeld, requestedDay, validUntil, status } }: { row: OrderRow }) {
  const words =
    isHeld && requestedDay !== null
      ? `Held until ${dayWords(requestedDay)}`
      : status === 'open' && validUntil !== null && `Valid until ${dayWords(validUntil)}`
  return words ? (
    <Text size="sm" c="dimmed">
      {words}
    </Text>
  ) : null
}

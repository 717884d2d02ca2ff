import { Stack, Table, Text, Title } from '@mantine/core'
import type { OrderDetails } from '../../shared/contract/orders.ts'
import { amountWords, rateWords } from './order-words.ts'

/** The lines at the prices of the order, then net, tax by rate, and gross. */
export function OrderLines({ order: { lines, totals, currency } }: { order: OrderDetails }) {
  const money = (cents: number) => amountWords(cents, currency)
  return (
    <Stack gap="xs">
      <Title order={2}>Lines</Title>
      <Table aria-label="Lines" verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Product</Table.Th>
            <Table.Th ta="end">Quantity</Table.Th>
            <Table.Th ta="end" visibleFrom="sm">
              Price
            </Table.Th>
            <Table.Th ta="end" visibleFrom="sm">
              Tax
            </Table.Th>
            <Table.Th ta="end">Net</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own, and never moves
            <Table.Tr key={place}>
              <Table.Td>
                {line.name}
                <Text size="sm" c="dimmed">
                  {line.product}, {line.unit}
                  {!line.isSold && ', no longer sold'}
                </Text>
              </Table.Td>
              <Table.Td ta="end">{line.quantity}</Table.Td>
              <Table.Td ta="end" visibleFrom="sm" className="whole">
                {money(line.priceCents)}
              </Table.Td>
              <Table.Td ta="end" visibleFrom="sm" className="whole">
                {rateWords(line.taxBasisPoints)}
              </Table.Td>
              <Table.Td ta="end" className="whole">
                {money(line.netCents)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Totals totals={totals} money={money} />
    </Stack>
  )
}

function Totals({ totals, money }: { totals: OrderDetails['totals']; money: (cents: number) => string }) {
  const rows = [
    ['Net', totals.netCents],
    ...totals.taxes.map(({ basisPoints, taxCents }) => [`Tax ${rateWords(basisPoints)}`, taxCents] as const),
    ['Gross', totals.grossCents],
  ] as const
  return (
    <Table aria-label="Totals" maw={320} ml="auto">
      <Table.Tbody>
        {rows.map(([name, cents]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row">{name}</Table.Th>
            <Table.Td ta="end" className="whole" fw={name === 'Gross' ? 600 : undefined}>
              {money(cents)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

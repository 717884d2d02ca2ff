import { Anchor, Button, Group, Table, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { PriceRowPage } from '../../shared/contract/prices.ts'
import { moneyWords } from '../ui/money.ts'
import { daysOf, type PriceRow } from './price-fields.ts'

type Props = {
  page: PriceRowPage
  mayWrite: boolean
  onEdit: (row: PriceRow) => void
  onRemove: (row: PriceRow) => void
}

/** A phone shows quantity and days below the product. */
export function PriceTable({ page: { prices, currency }, mayWrite, onEdit, onRemove }: Props) {
  return (
    <Table aria-label="Prices" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Product</Table.Th>
          <Table.Th visibleFrom="sm">From quantity</Table.Th>
          <Table.Th visibleFrom="sm">Days</Table.Th>
          <Table.Th>Price</Table.Th>
          {mayWrite && <Table.Th>Actions</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {prices.map(row => (
          <Table.Tr key={row.id}>
            <Table.Td>
              <Anchor
                underline="always"
                renderRoot={props => (
                  <Link {...props} to="/products/$productId" params={{ productId: row.productId }} />
                )}
              >
                {row.product}
              </Anchor>
              <Text c="dimmed" size="sm">
                {row.code}
              </Text>
              <Text hiddenFrom="sm" c="dimmed" size="sm">
                From {row.minimumQuantity}. {daysOf(row)}
              </Text>
            </Table.Td>
            <Table.Td visibleFrom="sm">{row.minimumQuantity}</Table.Td>
            <Table.Td visibleFrom="sm">{daysOf(row)}</Table.Td>
            <Table.Td className="whole">{moneyWords(row.priceCents, currency)}</Table.Td>
            {mayWrite && (
              <Table.Td>
                <Group gap="xs">
                  {(
                    [
                      ['Change', onEdit],
                      ['Remove', onRemove],
                    ] as const
                  ).map(([label, act]) => (
                    <Button
                      key={label}
                      variant="default"
                      size="xs"
                      aria-label={`${label}: ${row.code} from ${row.minimumQuantity}`}
                      onClick={() => act(row)}
                    >
                      {label}
                    </Button>
                  ))}
                </Group>
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

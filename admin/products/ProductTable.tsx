import { Anchor, Group, Table, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ProductPage } from '../../shared/contract/products.ts'
import type { ProductSearch } from '../api/product-search.ts'
import { moneyWords } from '../ui/money.ts'
import { SortableHeading } from '../ui/SortableHeading.tsx'
import { State } from '../ui/State.tsx'
import { ProductPicture } from './ProductPicture.tsx'
import { productStatusWords } from './product-words.ts'

type Props = { page: ProductPage; search: ProductSearch; onSort: (sorted: ProductSearch) => void }

/** A phone shows the product, its price and the state. Wider screens show more columns. */
export function ProductTable({ page: { products, currency }, search, onSort }: Props) {
  const sorting = { sort: search.sort ?? 'name', order: search.order ?? 'ascending' }
  const heading = { sorting, onSort } as const
  return (
    <Table stickyHeader stickyHeaderOffset={56} highlightOnHover verticalSpacing="xs" aria-label="Products">
      <Table.Thead>
        <Table.Tr>
          <SortableHeading {...heading} by="name" label="Product" />
          <SortableHeading {...heading} visibleFrom="sm" w={120} by="code" label="Code" />
          <Table.Th visibleFrom="sm">Category</Table.Th>
          <Table.Th visibleFrom="sm">Sold as</Table.Th>
          <SortableHeading {...heading} by="price" label="Price" />
          <Table.Th visibleFrom="sm">Status</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {products.map(({ id, code, name, category, unit, packSize, priceCents, status, picture }) => (
          <Table.Tr key={id}>
            <Table.Td>
              <Group gap="sm" wrap="nowrap">
                <ProductPicture hash={picture} size="small" alt="" className="thumbnail" />
                <div>
                  <Anchor
                    underline="always"
                    renderRoot={props => <Link {...props} to="/products/$productId" params={{ productId: id }} />}
                  >
                    {name}
                  </Anchor>
                  <Text hiddenFrom="sm" c="dimmed" size="sm">
                    {code}
                    {status === 'inactive' && ', no longer sold'}
                  </Text>
                </div>
              </Group>
            </Table.Td>
            <Table.Td visibleFrom="sm">{code}</Table.Td>
            <Table.Td visibleFrom="sm">{category || 'None'}</Table.Td>
            <Table.Td visibleFrom="sm" className="whole">
              {packSize === 1 ? unit : `${unit} of ${packSize}`}
            </Table.Td>
            <Table.Td className="whole">{priceCents === 0 ? 'None' : moneyWords(priceCents, currency)}</Table.Td>
            <Table.Td visibleFrom="sm">
              <State tone={status === 'active' ? 'good' : 'quiet'} word={productStatusWords[status]} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

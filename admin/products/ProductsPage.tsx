import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { allows } from '../../shared/contract/rights.ts'
import { categoriesQuery, productsQuery } from '../api/product-queries.ts'
import { administratorQuery } from '../api/queries.ts'
import { foundWords } from '../ui/counts.ts'
import { ExportLink } from '../ui/ExportLink.tsx'
import { Found } from '../ui/Found.tsx'
import { ImportLink } from '../ui/ImportLink.tsx'
import { ListFilters, optionsOf } from '../ui/ListFilters.tsx'
import { NumberedPager } from '../ui/NumberedPager.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { useListSearch } from '../ui/use-list-search.ts'
import { ProductTable } from './ProductTable.tsx'

const route = getRouteApi('/products')

/** What the organisation sells. The server searches, filters and sorts the products. */
export function ProductsPage() {
  const { search, change } = useListSearch(route)
  const asked = useQuery(productsQuery(search))
  const { data: administrator } = useQuery(administratorQuery)
  const { data: known } = useQuery(categoriesQuery)
  const mayWrite = administrator && allows(administrator.rights, { module: 'products', access: 'write' })
  const isFiltered = Object.keys(search).some(name => ['search', 'category', 'status', 'without'].includes(name))

  const filters = [
    {
      name: 'category',
      label: 'Category',
      options: (known?.categories ?? []).map(({ id, path }) => ({ value: id, label: path })),
    },
    {
      name: 'status',
      label: 'Status',
      options: optionsOf({ active: 'Active', inactive: 'No longer sold' }),
    },
    {
      name: 'without',
      label: 'Missing',
      options: optionsOf({ picture: 'Picture', price: 'Price' }),
    },
  ] as const

  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>Products</Title>
        <Group gap="sm">
          <ExportLink kind="products" />
          {mayWrite && (
            <>
              <ImportLink kind="products" />
              <Anchor underline="always" renderRoot={props => <Link {...props} to="/products/pictures" />}>
                Upload pictures
              </Anchor>
              <Button renderRoot={props => <Link {...props} to="/products/new" />}>New product</Button>
            </>
          )}
        </Group>
      </Group>
      <Group align="end" gap="sm">
        <SearchBox
          inAddress={search.search}
          placeholder="Code, name or barcode"
          onSearch={text => change({ search: text })}
        />
        <ListFilters filters={filters} search={search} onChange={change} />
      </Group>
      <Found asked={asked}>
        {page => (
          <>
            <Text role="status" c="dimmed">
              {page.total === 0 && !isFiltered ? noneYet : foundWords(page.total, 'product', 'products')}
            </Text>
            {page.products.length > 0 && <ProductTable page={page} search={search} onSort={change} />}
            <NumberedPager pages={page} sizeLabel="Products on a page" onChange={change} />
          </>
        )}
      </Found>
    </Stack>
  )
}

const noneYet = 'No products yet. Add one, or let your ERP send them.'

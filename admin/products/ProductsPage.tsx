import { Anchor, Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { allows } from '../../shared/contract/rights.ts'
import { categoriesQuery, productsQuery } from '../api/product-queries.ts'
import { administratorQuery } from '../api/queries.ts'
import { foundWords } from '../ui/counts.ts'
import { ExportLink } from '../ui/ExportLink.tsx'
import { Found } from '../ui/Found.tsx'
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
    { name: 'category', label: 'Category', options: (known?.categories ?? []).map(({ id, path }) => [id, path]) },
    {
      name: 'status',
      label: 'Status',
      options: [
        ['active', 'Active'],
        ['inactive', 'No longer sold'],
      ],
    },
    {
      name: 'without',
      label: 'Missing',
      options: [
        ['picture', 'Picture'],
        ['price', 'Price'],
      ],
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
              <Anchor
                underline="always"
                renderRoot={props => <Link {...props} to="/import" search={{ kind: 'products' }} />}
              >
                Import from CSV
              </Anchor>
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
        {filters.map(({ name, label, options }) => (
          <NativeSelect
            key={name}
            label={label}
            className="filter"
            data={[{ value: '', label: 'Any' }, ...options.map(([value = '', text = '']) => ({ value, label: text }))]}
            value={search[name] ?? ''}
            onChange={event => change({ [name]: event.currentTarget.value || undefined })}
          />
        ))}
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

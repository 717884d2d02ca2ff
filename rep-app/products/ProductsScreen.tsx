import { NativeSelect, Text, TextInput, Title } from '@mantine/core'
import { useCallback, useState } from 'react'
import type { RepApp } from '../app/create-rep-app.ts'
import { useCacheRows } from '../app/use-app.tsx'
import { useListSearch } from '../app/use-list-search.ts'
import { useEmptyWords } from '../app/use-statements.ts'
import { categoryTree } from '../catalogue/category-tree.ts'
import { MOST_FOUND } from '../catalogue/product-search.ts'
import { Brought } from '../sign-in/Brought.tsx'
import { ProductRow } from './ProductRow.tsx'

const readTree = async ({ cache }: RepApp) => categoryTree(await cache.categories.toArray())

/** The products for sale, by search and by category. */
export function ProductsScreen() {
  const [search, setSearch] = useListSearch('/products')
  const [category, setCategory] = useState('')
  const ask = useCallback(
    ({ findProducts }: RepApp) => findProducts(search, { category: category || undefined }),
    [search, category],
  )
  const found = useCacheRows(ask)
  const tree = useCacheRows(readTree) ?? []
  const emptySaid = useEmptyWords('products')
  return (
    <>
      <Title order={1}>Products</Title>
      <Brought>
        <TextInput
          type="search"
          label="Search by name, code or barcode number"
          value={search}
          onChange={event => setSearch(event.currentTarget.value)}
        />
        {tree.length > 0 && (
          <NativeSelect
            label="Category"
            value={category}
            onChange={event => setCategory(event.currentTarget.value)}
            data={[
              { value: '', label: 'All categories' },
              ...tree.map(({ path, name, level }) => ({ value: path, label: `${'\u2003'.repeat(level)}${name}` })),
            ]}
          />
        )}
        {found?.length === 0 && (
          <Text role="status">{emptySaid('Nothing found. Try a shorter search or another category.')}</Text>
        )}
        {found && found.length > 0 && (
          <ul className="inset list-of-links">
            {found.map(product => (
              <ProductRow key={product.id} product={product} />
            ))}
          </ul>
        )}
        {found?.length === MOST_FOUND && (
          <p className="group-note">The first {MOST_FOUND}. Type more to narrow the search.</p>
        )}
      </Brought>
    </>
  )
}

import { Text, TextInput, Title } from '@mantine/core'
import { useCallback } from 'react'
import type { RepApp } from '../app/create-rep-app.ts'
import { useAppRows, useMoney } from '../app/use-app.tsx'
import { useListSearch } from '../app/use-list-search.ts'
import { useEmptyWords } from '../app/use-statements.ts'
import { MOST_FOUND } from '../catalogue/product-search.ts'
import { Brought } from '../sign-in/Brought.tsx'

/** The products for sale. */
export function ProductsScreen() {
  const [search, setSearch] = useListSearch('/products')
  const ask = useCallback(({ findProducts }: RepApp) => findProducts(search), [search])
  const found = useAppRows(ask)
  const emptySaid = useEmptyWords('products')
  const money = useMoney()
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
        {found?.length === 0 && <Text role="status">{emptySaid('Nothing found. Try a shorter search.')}</Text>}
        {found && found.length > 0 && (
          <ul className="inset">
            {found.map(({ id, name, code, barcode, category, unit, priceCents }) => (
              <li key={id} className="inset-row">
                <span className="fact">
                  <span className="row-title">{name}</span>
                  <span className="fact-value">{money(priceCents)}</span>
                </span>
                <span className="row-note">{[code, category, unit, barcode].filter(Boolean).join(' · ')}</span>
              </li>
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

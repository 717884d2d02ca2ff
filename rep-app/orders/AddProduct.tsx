import { Stack, TextInput, UnstyledButton } from '@mantine/core'
import { useCallback, useState } from 'react'
import type { RepApp } from '../app/create-rep-app.ts'
import { useAppRows, useMoney } from '../app/use-app.tsx'
import type { Offer } from '../catalogue/offers.ts'
import type { CacheRows } from '../device/rows.ts'
import type { Line } from './order-lines.ts'

type Props = { retailerId: string; onAdd: (line: Omit<Line, 'quantity' | 'priceCents'>) => void }
type Found = CacheRows['products'] & { offer: Offer }

/** Finds products by name or barcode, at the price of this retailer, and adds them with one tap. */
export function AddProduct({ retailerId, onAdd }: Props) {
  const [search, setSearch] = useState('')
  const ask = useCallback((app: RepApp) => findOffers(app, search, retailerId), [search, retailerId])
  const found = useAppRows(ask) ?? []
  const money = useMoney()
  const add = ({ id: productId, name, unit, offer }: Found) => {
    onAdd({ productId, name, unit, offer })
    setSearch('')
  }
  return (
    <Stack gap="xs">
      <TextInput
        type="search"
        label="Add a product by name, code or barcode"
        value={search}
        onChange={event => setSearch(event.currentTarget.value)}
        autoComplete="off"
      />
      <ul className="inset">
        {found.map(product => (
          <li key={product.id}>
            <UnstyledButton className="inset-row fact found" onClick={() => add(product)}>
              <span>Add {product.name}</span>
              <span className="fact-value">{money(product.offer.priceAt(1))}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Stack>
  )
}

async function findOffers({ findProducts, readOffer }: RepApp, search: string, retailerId: string): Promise<Found[]> {
  if (search.trim() === '') return []
  const products = (await findProducts(search)).slice(0, 8)
  return Promise.all(products.map(async product => ({ ...product, offer: await readOffer(product, retailerId) })))
}

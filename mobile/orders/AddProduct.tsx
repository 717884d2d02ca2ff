import { Button, Stack, TextInput } from '@mantine/core'
import { useCallback, useState } from 'react'
import type { CacheRows } from '../device/rows.ts'
import { useRows } from '../device/use-store.ts'
import { findProducts, priceFor } from '../products/find-products.ts'
import { repApp } from '../rep-app.ts'
import { money } from '../ui/money.ts'
import type { Line } from './order-lines.ts'

type Props = { retailerId: string; onAdd: (line: Omit<Line, 'quantity'>) => void }
type Product = CacheRows['products']

/** Finds products by name or barcode, and adds them with one tap. */
export function AddProduct({ retailerId, onAdd }: Props) {
  const [search, setSearch] = useState('')
  const ask = useCallback(
    async () => (search.trim() === '' ? [] : (await findProducts(repApp.cache, search)).slice(0, 8)),
    [search],
  )
  const found = useRows(ask) ?? []
  const add = async (product: Product) => {
    const { id: productId, name, unit } = product
    onAdd({ productId, name, unit, priceCents: await priceFor(repApp.cache, product, retailerId) })
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
      {found.map(product => (
        <Button key={product.id} variant="default" onClick={() => void add(product)}>
          Add {product.name} · {money(product.priceCents)}
        </Button>
      ))}
    </Stack>
  )
}

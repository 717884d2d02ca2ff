import { Text, Title } from '@mantine/core'
import { useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { RepApp } from '../app/create-rep-app.ts'
import { ProductPicture } from '../app/ProductPicture.tsx'
import { useCacheRows, useMoney, useToday } from '../app/use-app.tsx'
import { unitWords } from '../catalogue/unit-words.ts'
import { Brought } from '../sign-in/Brought.tsx'
import { Fact, Inset } from '../ui/Inset.tsx'
import { dayWords } from '../ui/time-words.ts'

const MOST_ORDERS = 5

async function read(
  { cache, readOffers }: RepApp,
  { productId, retailerId }: { productId: string; retailerId?: string | undefined },
) {
  const product = await cache.products.get(productId)
  const retailer = retailerId === undefined ? undefined : await cache.retailers.get(retailerId)
  if (!product || !retailer) return { product, retailer: undefined, breaks: [], bought: [] }
  const orders = await cache.orders.where('retailerId').equals(retailer.id).reverse().sortBy('capturedAt')
  const bought = orders
    .filter(({ kind, status }) => kind === 'order' && status !== 'cancelled')
    .flatMap(({ id, capturedAt, lines }) =>
      lines.filter(line => line.productId === productId).map(line => ({ ...line, id, capturedAt })),
    )
  const [offer] = await readOffers([product], retailer.id)
  return { product, retailer, breaks: offer?.breaks ?? [], bought: bought.slice(0, MOST_ORDERS) }
}

/** A product: what it is, and for a retailer its price breaks and what was ordered. */
export function ProductScreen() {
  const { productId } = useParams({ from: '/products/$productId' })
  const { retailer: retailerId } = useSearch({ from: '/products/$productId' })
  const router = useRouter()
  const ask = useCallback((app: RepApp) => read(app, { productId, retailerId }), [productId, retailerId])
  const found = useCacheRows(ask)
  const money = useMoney()
  const today = useToday()
  const { product, retailer, breaks = [], bought = [] } = found ?? {}
  return (
    <>
      <button type="button" className="back" onClick={() => router.history.back()}>
        Back
      </button>
      <Title order={1}>{product?.name ?? 'Product'}</Title>
      <Brought>
        {found && !product && (
          <Text className="notice">This product isn't on this device. It may no longer be sold.</Text>
        )}
        {product && <ProductPicture key={product.id} product={product} size="medium" />}
        {product && (
          <div className="inset">
            <Fact label="Code">{product.code}</Fact>
            {product.barcode !== '' && <Fact label="Barcode">{product.barcode}</Fact>}
            <Fact label="Category">{product.category || 'none'}</Fact>
            <Fact label="Unit">{unitWords(product)}</Fact>
            <Fact label="Base price">{money(product.priceCents)}</Fact>
            {product.description !== '' && <p className="inset-row">{product.description}</p>}
          </div>
        )}
        {retailer && (
          <Inset title={`Prices for ${retailer.name}`}>
            {breaks.map(({ minimumQuantity, priceCents }) => (
              <Fact key={minimumQuantity} label={`From ${minimumQuantity}`}>
                {money(priceCents)}
              </Fact>
            ))}
          </Inset>
        )}
        {retailer && (
          <Inset title="Ordered in the last 90 days">
            {bought.length === 0 && <Text className="inset-row">Nothing on this device.</Text>}
            {bought.map(({ id, capturedAt, quantity, priceCents }) => (
              <Fact key={id} label={dayWords(Date.parse(capturedAt), Date.parse(today))}>
                {quantity} × {money(priceCents)}
              </Fact>
            ))}
          </Inset>
        )}
      </Brought>
    </>
  )
}

import type { RepApp } from '../app/create-rep-app.ts'
import type { OutboxItem } from '../device/outbox-db.ts'
import type { CacheRows, OrderPayload } from '../device/rows.ts'
import { refreshLines } from './order-lines.ts'

type Catalogue = Pick<RepApp, 'cache' | 'capture'>
export type ShownLine = OrderPayload['lines'][number] & { name: string; isSold: boolean }
export type ShownOrder = {
  id: string
  kind: 'order' | 'quote'
  retailerId: string
  retailer: CacheRows['retailers'] | undefined
  lines: ShownLine[]
  note: string
  /** What this device knows of it, if the rep captured it here. */
  item: OutboxItem | undefined
  /** What the server has, if it was downloaded. */
  past: CacheRows['orders'] | undefined
}

/** An order or quote of this device or the server, with the names of its products. */
export async function readOrder({ cache, capture }: Catalogue, id: string): Promise<ShownOrder | undefined> {
  const item = await capture.find(id)
  const past = await cache.orders.get(id)
  const payload = item && item.type !== 'note' ? await capture.read<'order'>(id).catch(() => undefined) : undefined
  const content = payload ?? past
  if (!content || item?.type === 'note') return undefined
  const { retailerId } = content
  const lines = await nameLines(cache, past?.lines ?? content.lines)
  const retailer = await cache.retailers.get(retailerId)
  return {
    id,
    kind: item?.type ?? past?.kind ?? 'order',
    retailerId,
    retailer,
    lines,
    note: payload?.note ?? '',
    item,
    past,
  }
}

type NamedLine = CacheRows['orders']['lines'][number]

async function nameLines(cache: RepApp['cache'], lines: readonly NamedLine[]): Promise<ShownLine[]> {
  const products = await cache.products.bulkGet(lines.map(({ productId }) => productId))
  return lines.map((line, place) => {
    const product = products[place]
    return { ...line, name: product?.name ?? line.name ?? 'A product', isSold: product !== undefined }
  })
}

/** Keeps a draft with the lines of an order at current prices, and answers its id. Undefined if none is sold any more. */
export async function orderAgain(app: RepApp, { retailerId, lines }: ShownOrder): Promise<string | undefined> {
  const fresh = await refreshLines(app, { retailerId, lines, note: '' })
  if (fresh.length === 0) return undefined
  const form = app.forms.start('order')
  const content = fresh.map(({ productId, quantity, priceCents }) => ({ productId, quantity, priceCents }))
  form.keep({ retailerId, lines: content, note: '' })
  return (await form.settled()) === 'kept' ? form.id : undefined
}

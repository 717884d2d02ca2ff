import type { RepApp } from '../app/create-rep-app.ts'
import type { OutboxItem } from '../device/outbox-db.ts'
import type { CacheRows, OrderPayload, OrderType, RecordType } from '../device/rows.ts'
import { cancelIdOf } from './cancel-id.ts'
import { refreshLines } from './order-lines.ts'

type Catalogue = Pick<RepApp, 'cache' | 'capture' | 'accountId'>
export type ShownLine = OrderPayload['lines'][number] & { name: string; isSold: boolean }
export type PastRow = CacheRows['orders'] | CacheRows['returns']
export type ShownOrder = {
  id: string
  kind: OrderType
  retailerId: string
  retailer: CacheRows['retailers'] | undefined
  lines: ShownLine[]
  note: string
  requestedDay: string | null
  validUntil: string | null
  quoteId: string | null
  /** What this device knows of it, if the rep captured it here. */
  item: OutboxItem | undefined
  /** What the server has, if it was downloaded. */
  past: PastRow | undefined
  /** The rep's cancellation of it. */
  cancel: OutboxItem | undefined
}

/** An order, quote or return of this device or the server, with the names of its products. */
export async function readOrder(app: Catalogue, id: string): Promise<ShownOrder | undefined> {
  const { cache, capture } = app
  const item = await capture.find(id)
  const past = (await cache.orders.get(id)) ?? (await cache.returns.get(id))
  const type = item && isOrderType(item.type) ? item.type : undefined
  const payload = type ? await capture.read<'order'>(id).catch(() => undefined) : undefined
  const content = payload ?? past
  const kind = type ?? past?.kind
  if (!content || !kind) return undefined
  const { retailerId, requestedDay = null, validUntil = null, quoteId = null } = { ...content, ...past }
  return {
    id,
    kind,
    retailerId,
    retailer: await cache.retailers.get(retailerId),
    lines: await nameLines(cache, past?.lines ?? content.lines),
    note: payload?.note ?? '',
    requestedDay,
    validUntil,
    quoteId,
    item,
    past,
    cancel: await capture.find(cancelIdOf({ orderId: id, accountId: app.accountId() ?? '' })),
  }
}

const isOrderType = (type: RecordType): type is OrderType => type === 'order' || type === 'quote' || type === 'return'

type NamedLine = CacheRows['orders']['lines'][number]

async function nameLines(cache: RepApp['cache'], lines: readonly NamedLine[]): Promise<ShownLine[]> {
  const products = await cache.products.bulkGet(lines.map(({ productId }) => productId))
  return lines.map((line, place) => {
    const product = products[place]
    return { ...line, name: product?.name ?? line.name ?? 'A product', isSold: product !== undefined }
  })
}

type Again = Pick<ShownOrder, 'retailerId' | 'lines'> & { quoteId?: string }

/** Keeps a draft with the lines of an order at current prices, and answers its id. Undefined if none is sold any more. */
export async function orderAgain(app: RepApp, { retailerId, lines, quoteId }: Again): Promise<string | undefined> {
  const fresh = await refreshLines(app, { retailerId, lines, note: '' })
  if (fresh.length === 0) return undefined
  const form = app.forms.start('order')
  const content = fresh.map(({ productId, quantity, priceCents }) => ({ productId, quantity, priceCents }))
  form.keep({ retailerId, lines: content, note: '', ...(quoteId !== undefined && { quoteId }) })
  return (await form.settled()) === 'kept' ? form.id : undefined
}

import { byteOrderMark, toCsvLine } from '../../shared/csv/csv.ts'
import type { Cache } from '../device/cache.ts'
import type { OutboxItem } from '../device/outbox-db.ts'
import type { CacheRows, OrderPayload, Payload } from '../device/rows.ts'
import { typeTitle } from '../statements/type-words.ts'

export type UnsentItem = OutboxItem & { payload: Payload | undefined }
export type ExportedBy = { username: string; currency: string; deviceId: string }

/** One row for each line of an order or quote, and one for each note. A line can be entered or imported from its row alone. */
export const exportColumns = [
  ...['Type', 'Item ID', 'Status', 'Captured at (UTC)', 'Username', 'Device ID'],
  ...['Retailer account', 'Retailer', 'Retailer ID'],
  ...['Line', 'Product code', 'Product', 'Barcode', 'Unit', 'Product ID'],
  ...['Quantity', 'Unit price', 'Line total', 'Currency', 'Note'],
  ...['Requested day', 'Valid until', 'Contact ID', 'Quote ID', 'Reason'],
] as const
type Row = Partial<Record<(typeof exportColumns)[number], string>>

const statuses = { draft: 'Draft', pending: 'Waiting', sending: 'Waiting', attention: 'Needs attention', sent: 'Sent' }

/** The unsent items with names and codes, for the office. Names of rows that left the device stay empty; ids are complete. */
export async function writeUnsentCsv(items: readonly UnsentItem[], by: ExportedBy, cache: Cache): Promise<string> {
  const rows = await Promise.all(items.map(item => rowsOf(item, by, cache)))
  const lines = rows.flat().map(row => toCsvLine(exportColumns.map(column => row[column] ?? '')))
  return `${byteOrderMark}${toCsvLine(exportColumns)}${lines.join('')}`
}

async function rowsOf(item: UnsentItem, by: ExportedBy, cache: Cache): Promise<Row[]> {
  const { payload, lastError } = item
  const head: Row = {
    Type: typeTitle(item.type),
    'Item ID': item.id,
    Status: statuses[item.status],
    'Captured at (UTC)': item.capturedAt,
    Username: by.username,
    'Device ID': by.deviceId,
    Reason: payload ? (lastError?.message ?? '') : 'This device can no longer read it.',
  }
  if (!payload) return [head]
  const retailer = await cache.retailers.get(payload.retailerId)
  const whole: Row = {
    ...head,
    'Retailer account': retailer?.accountNumber ?? '',
    Retailer: retailer?.name ?? '',
    'Retailer ID': payload.retailerId,
    Note: noteOf(payload),
  }
  if (!('lines' in payload)) return [whole]
  const order: Row = {
    ...whole,
    'Requested day': payload.requestedDay ?? '',
    'Valid until': payload.validUntil ?? '',
    'Contact ID': payload.contactId ?? '',
    'Quote ID': payload.quoteId ?? '',
  }
  if (payload.lines.length === 0) return [order]
  const products = await cache.products.bulkGet(payload.lines.map(({ productId }) => productId))
  return payload.lines.map((line, place) => ({
    ...order,
    ...lineOf(line, products[place]),
    Line: String(place + 1),
    Currency: by.currency,
  }))
}

/** The text of the item, and what else only it knows. */
function noteOf(payload: Payload): string {
  if ('text' in payload) return payload.text
  if ('orderId' in payload) return `Cancels ${payload.number}`
  return 'at' in payload ? [payload.at, payload.note].filter(Boolean).join(' ') : payload.note
}

function lineOf(
  { productId, quantity, priceCents }: OrderPayload['lines'][number],
  product?: CacheRows['products'],
): Row {
  return {
    'Product code': product?.code ?? '',
    Product: product?.name ?? '',
    Barcode: product?.barcode ?? '',
    Unit: product?.unit ?? '',
    'Product ID': productId,
    Quantity: String(quantity),
    'Unit price': amount(priceCents),
    'Line total': amount(quantity * priceCents),
  }
}

/** With a point in every country, because a comma would be another column. */
const amount = (cents: number) => (cents / 100).toFixed(2)

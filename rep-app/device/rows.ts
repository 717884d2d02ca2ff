import type { CancelPayload, NotePayload, OrderPayload, VisitPayload } from '../../shared/contract/app.ts'
import type { Collection, RowOf } from '../../shared/contract/app-rows.ts'

/** Rows that the server keeps and the device shows. Money is in cents, times are ISO strings. */
export type CacheRows = { [Name in Collection]: RowOf<Name> }
export type { Collection, NotePayload, OrderPayload, VisitPayload }

/** In download order: what a rep needs first comes first. */
export const collections: readonly Collection[] = [
  'retailers',
  'visits',
  'targets',
  'contacts',
  'categories',
  'products',
  'prices',
  'priceBreaks',
  'listPrices',
  'orders',
  'returns',
  'notes',
  'sales',
]

/** With the number of the order, so that a list can name it even if the order has left the device. */
export type CapturedCancel = CancelPayload & { retailerId: string; number: string }

export type Payloads = {
  order: OrderPayload
  quote: OrderPayload
  return: OrderPayload
  note: NotePayload
  visit: VisitPayload
  cancel: CapturedCancel
}
export type OrderType = 'order' | 'quote' | 'return'
export type RecordType = keyof Payloads
export type Payload = Payloads[RecordType]

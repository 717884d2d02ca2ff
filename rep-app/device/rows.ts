import type { NotePayload, OrderPayload } from '../../shared/contract/app.ts'
import type { Collection, RowOf } from '../../shared/contract/app-rows.ts'

/** Rows that the server keeps and the device shows. Money is in cents, times are ISO strings. */
export type CacheRows = { [Name in Collection]: RowOf<Name> }
export type { Collection, NotePayload, OrderPayload }

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
]

export type Payloads = { order: OrderPayload; quote: OrderPayload; note: NotePayload }
export type RecordType = keyof Payloads
export type Payload = Payloads[RecordType]

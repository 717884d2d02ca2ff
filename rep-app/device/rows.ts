import type { Collection, NotePayload, OrderPayload, RowOf } from '../../shared/contract/app.ts'

/** What the server keeps and the device shows. Money is in cents, times are ISO texts. */
export type CacheRows = { [Name in Collection]: RowOf<Name> }
export type { Collection, OrderPayload }

/** In the order in which they are brought: what a rep looks at first comes first. */
export const collections: readonly Collection[] = [
  'retailers',
  'visits',
  'targets',
  'contacts',
  'products',
  'prices',
  'orders',
]

export type Payloads = { order: OrderPayload; quote: OrderPayload; note: NotePayload }
export type RecordType = keyof Payloads
export type Payload = Payloads[RecordType]

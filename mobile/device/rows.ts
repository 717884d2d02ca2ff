/** What the server keeps and the device shows. Money is in cents, times are ISO texts. */
export type Retailer = {
  id: string
  name: string
  accountNumber: string
  territoryId: string
  address: { line: string; town: string; postcode: string }
  phone: string | null
}

export type Contact = {
  id: string
  retailerId: string
  fullName: string
  role: string
  email: string | null
  phone: string | null
  hasWebsiteAccess: boolean
}

export type Product = {
  id: string
  code: string
  barcode: string | null
  name: string
  category: string
  unit: string
  priceCents: number
}

/** What one retailer pays for one product, where that is not the usual price. */
export type Price = { id: string; retailerId: string; productId: string; priceCents: number }

export type Visit = { id: string; retailerId: string; at: string; note: string }

export type OrderLine = { productId: string; quantity: number; priceCents: number }

export type PastOrder = {
  id: string
  number: string
  kind: 'order' | 'quote'
  retailerId: string
  capturedAt: string
  by: string
  totalCents: number
  lines: OrderLine[]
}

export type Target = { id: string; month: string; amountCents: number; soldCents: number }

export type CacheRows = {
  retailers: Retailer
  contacts: Contact
  products: Product
  prices: Price
  visits: Visit
  orders: PastOrder
  targets: Target
}

export type Collection = keyof CacheRows

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

export type OrderPayload = { retailerId: string; lines: OrderLine[]; note: string }
export type NotePayload = { retailerId: string; text: string }
export type Payloads = { order: OrderPayload; quote: OrderPayload; note: NotePayload }
export type RecordType = keyof Payloads
export type Payload = Payloads[RecordType]

import type { Generated } from 'kysely'
import type { OrderStatus } from '../../../shared/contract/order-status.ts'

/** Tables of the data that reps work with, and of the items that they capture. */
type WithId = { id: Generated<string> }

export type ProductsTable = WithId & {
  code: string
  barcode: Generated<string>
  name: string
  category_id: string | null
  unit: string
  price_cents: number
  pack_size: Generated<number>
  tax_class: Generated<string>
  description: Generated<string>
  is_active: Generated<boolean>
  has_picture: Generated<boolean>
  search_text: Generated<string>
  changed_in: Generated<string>
}

/** Three sizes of one picture, as WebP. */
export type ProductPicturesTable = WithId & {
  product_id: string
  place: number
  content_hash: string
  source_hash: Buffer
  alt: Generated<string>
  width: number
  height: number
  small: Buffer
  medium: Buffer
  large: Buffer
}

export type TaxClassesTable = { code: string; name: string; rate_basis_points: number }

export type CategoriesTable = WithId & {
  parent_id: string | null
  name: string
  slug: string
  path: string
  level: number
  place: Generated<number>
  changed_in: Generated<string>
}

export type PriceListsTable = WithId & { name: string }

/** Days are `YYYY-MM-DD`, in the organisation's time zone. */
type PriceColumns = WithId & {
  product_id: string
  minimum_quantity: Generated<number>
  valid_from: string | null
  valid_until: string | null
  price_cents: number
  changed_in: Generated<string>
}

export type ListPricesTable = PriceColumns & { price_list_id: string }

export type PricesTable = PriceColumns & { retailer_id: string }

export type VisitsTable = WithId & {
  account_id: string
  retailer_id: string
  at: Date
  note: Generated<string>
  /** The key of another system. */
  reference: string | null
  changed_in: Generated<string>
}

export type TargetsTable = WithId & {
  account_id: string
  month: string
  amount_cents: string
  sold_cents: Generated<string>
  changed_in: Generated<string>
}

export type OrdersTable = {
  id: string
  number: string
  kind: 'order' | 'quote' | 'return'
  retailer_id: string
  account_id: string
  captured_at: Date
  received_at: Date
  note: string
  total_cents: string
  source: Generated<'app' | 'website'>
  status: OrderStatus
  customer_note: Generated<string>
  requested_day: string | null
  valid_until: string | null
  quote_id: string | null
  contact_id: string | null
  purchase_order: Generated<string>
  changed_in: Generated<string>
}

export type BasketsTable = {
  contact_id: string
  order_key: Generated<string>
  note: Generated<string>
  purchase_order: Generated<string>
  requested_day: string | null
}

export type BasketLinesTable = WithId & {
  contact_id: string
  product_id: string
  quantity: number
  seen_cents: number
}

export type OrderEventsTable = WithId & {
  order_id: string
  at: Date
  status: OrderStatus
  actor: 'administrator' | 'rep' | 'contact' | 'service' | 'system' | 'command-line'
  account_id: string | null
  token_id: string | null
}

export type OrderLinesTable = {
  order_id: string
  place: number
  product_id: string
  quantity: number
  price_cents: number
  tax_basis_points: number | null
}

export type NotesTable = {
  id: string
  retailer_id: string
  account_id: string
  captured_at: Date
  text: string
  changed_in: Generated<string>
}

export type RetailerMonthsTable = WithId & {
  retailer_id: string
  month: string
  sold_cents: Generated<string>
  orders: Generated<number>
  changed_in: Generated<string>
}

export type PushedItemsTable = {
  id: string
  account_id: string
  device_id: string
  kind: string
  outcome: 'taking' | 'accepted' | 'rejected' | 'released' | 'dismissed'
  number: string | null
  payload: Record<string, unknown> | null
  rejection_code: string | null
  rejection_message: string | null
  rejection_field: string | null
  received_at: Date
  discarded_at: Date | null
  captured_at: Date | null
}

export type AppDevicesTable = {
  account_id: string
  device_id: string
  name: string
  app_version: string
  waiting_orders: number
  waiting_quotes: number
  waiting_notes: number
  waiting_others: Generated<number>
  oldest_waiting_at: Date | null
  last_complete_sync_at: Date | null
  last_seen_at: Date
  key_thumbprint: string | null
  released_until: Date | null
}

export type TombstonesTable = { collection: string; id: string; changed_in: string }

export type DatabaseIdentityTable = { only_row: Generated<boolean>; identity: string }

/** What reps see and send, and how their devices are doing. */
export type RepTables = {
  app_devices: AppDevicesTable
  database_identity: DatabaseIdentityTable
  notes: NotesTable
  tombstones: TombstonesTable
  visits: VisitsTable
  targets: TargetsTable
  pushed_items: PushedItemsTable
  retailer_months: RetailerMonthsTable
}

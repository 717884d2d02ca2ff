import { sql } from 'kysely'
import type { OrderRow } from '../../../shared/contract/orders.ts'

export type FoundOrder = {
  id: string
  number: string
  kind: OrderRow['kind']
  source: OrderRow['source']
  status: OrderRow['status']
  retailer_id: string
  retailer: string
  account_number: string
  account_id: string
  by: string
  captured_at: Date
  received_at: Date
  requested_day: string | null
  valid_until: string | null
  total_cents: string
  note: string
  customer_note: string
  purchase_order: string
}

/** Of orders `o`, retailers `r` and accounts `a`. */
export const orderColumns = sql`o.id, o.number, o.kind, o.source, o.status, o.retailer_id, r.name as retailer,
  r.account_number, o.account_id, coalesce(nullif(trim(a.given_name || ' ' || a.family_name), ''), a.username) as by,
  o.captured_at, o.received_at, o.requested_day, o.valid_until, o.total_cents, o.note, o.customer_note, o.purchase_order`

import { createHash } from 'node:crypto'
import type { ProductRow } from '../../trade/catalogue/products.store.ts'

/** Changes with every field that an administrator edits, and with nothing else: a new picture stops no change. */
export function versionOf(row: ProductRow): string {
  const { name, category_id, unit, barcode, pack_size, price_cents, tax_class, description } = row
  const fields = [name, category_id, unit, barcode, pack_size, price_cents, tax_class, description]
  return createHash('sha256').update(JSON.stringify(fields)).digest('base64url').slice(0, 12)
}

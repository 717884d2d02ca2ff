import { sql } from 'kysely'
import type { Queryable } from '../../platform/database/tables.ts'

export type OrderLine = {
  orderId: string
  place: number
  productId: string
  product: string
  name: string
  unit: string
  isSold: boolean
  quantity: number
  priceCents: number
  taxBasisPoints: number
}

/** The lines of these orders. A line from before tax rates were kept has the rate of its product today. */
export async function listLines(db: Queryable, orderIds: readonly string[]): Promise<OrderLine[]> {
  const { rows } = await sql<OrderLine>`select l.order_id as "orderId", l.place, l.product_id as "productId",
      p.code as product, p.name, p.unit, p.is_active as "isSold", l.quantity, l.price_cents as "priceCents",
      coalesce(l.tax_basis_points, t.rate_basis_points) as "taxBasisPoints"
    from order_lines l join products p on p.id = l.product_id join tax_classes t on t.code = p.tax_class
    where l.order_id = any(${sql.val(orderIds)}::uuid[]) order by l.order_id, l.place`.execute(db)
  return rows
}

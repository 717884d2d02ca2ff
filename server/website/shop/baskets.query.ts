import { sql } from 'kysely'
import type { Queryable } from '../../platform/database/tables.ts'
import { isSold } from '../../trade/catalogue/sold-products.query.ts'

export type FoundLine = {
  productId: string
  code: string
  name: string
  unit: string
  packSize: number
  isSold: boolean
  taxBasisPoints: number
  quantity: number
  seenCents: number
  picture: { hash: string; alt: string } | null
}

/** The lines of a basket with their products, sold or not, in the order in which they were added. */
export async function listFoundLines(db: Queryable, contactId: string): Promise<FoundLine[]> {
  const { rows } = await sql<FoundLine>`select l.product_id as "productId", p.code, p.name, p.unit,
      p.pack_size as "packSize", ${isSold('p')} as "isSold", t.rate_basis_points as "taxBasisPoints", l.quantity,
      l.seen_cents as "seenCents",
      (select json_build_object('hash', i.content_hash, 'alt', i.alt) from product_pictures i
        where i.product_id = p.id order by i.place limit 1) as picture
    from basket_lines l join products p on p.id = l.product_id join tax_classes t on t.code = p.tax_class
    where l.contact_id = ${contactId}::uuid order by l.id`.execute(db)
  return rows
}

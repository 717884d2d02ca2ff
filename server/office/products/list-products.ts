import type { ProductPage, ProductQuery } from '../../../shared/contract/products.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Db } from '../../platform/database/tables.ts'
import { countProducts, type ProductListRow, readProducts } from './products.query.ts'

/** Lists one page of the products that match a search, with the total. */
export function createListProducts({ db }: { db: Db }) {
  return async function listProducts(query: ProductQuery): Promise<ProductPage> {
    const [rows, total, { currency }] = await Promise.all([
      readProducts(db, query),
      countProducts(db, query),
      getOrganisation(db),
    ])
    return { products: rows.map(toSummary), total, page: query.page, size: query.size, currency }
  }
}

const toSummary = ({ id, code, name, unit, barcode, picture, ...row }: ProductListRow) => ({
  id,
  code,
  name,
  unit,
  barcode,
  picture,
  category: row.category ?? '',
  packSize: row.pack_size,
  priceCents: row.price_cents,
  status: row.is_active ? ('active' as const) : ('inactive' as const),
})

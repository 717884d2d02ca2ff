import type { ListPriceToWrite, RetailerPriceToWrite } from '../../../shared/contract/trade-rows.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import type { ExportedRow, RowPage } from '../../platform/rows/row-page.ts'

/** The rows of all price lists as another system would write them. */
export async function listListPriceRows(
  db: Queryable,
  { after, most }: RowPage,
): Promise<ExportedRow<Required<ListPriceToWrite>>[]> {
  return db
    .selectFrom('list_prices as l')
    .innerJoin('price_lists as n', 'n.id', 'l.price_list_id')
    .innerJoin('products as p', 'p.id', 'l.product_id')
    .select(['l.id as cursor', 'n.name as priceList', 'p.code', 'l.minimum_quantity as minimumQuantity'])
    .select(['l.valid_from as validFrom', 'l.valid_until as validUntil', 'l.price_cents as priceCents'])
    .$if(after !== undefined, found => found.where('l.id', '>', after ?? ''))
    .orderBy('l.id')
    .limit(most)
    .execute()
}

/** The prices of all retailers as another system would write them. */
export async function listRetailerPriceRows(
  db: Queryable,
  { after, most }: RowPage,
): Promise<ExportedRow<Required<RetailerPriceToWrite>>[]> {
  return db
    .selectFrom('prices as l')
    .innerJoin('retailers as r', 'r.id', 'l.retailer_id')
    .innerJoin('products as p', 'p.id', 'l.product_id')
    .select(['l.id as cursor', 'r.account_number as accountNumber', 'p.code'])
    .select(['l.minimum_quantity as minimumQuantity', 'l.valid_from as validFrom', 'l.valid_until as validUntil'])
    .select('l.price_cents as priceCents')
    .$if(after !== undefined, found => found.where('l.id', '>', after ?? ''))
    .orderBy('l.id')
    .limit(most)
    .execute()
}

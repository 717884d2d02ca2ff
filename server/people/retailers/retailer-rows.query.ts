import type { RetailerToWrite } from '../../../shared/contract/people-rows.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import type { ExportedRow, RowPage } from '../../platform/rows/row-page.ts'

/** Retailers as another system would write them, closed ones too. */
export async function listRetailerRows(
  db: Queryable,
  { after, most }: RowPage,
): Promise<ExportedRow<Required<RetailerToWrite>>[]> {
  const rows = await db
    .selectFrom('retailers as r')
    .leftJoin('territories as t', 't.id', 'r.territory_id')
    .leftJoin('price_lists as p', 'p.id', 'r.price_list_id')
    .select(['r.account_number', 'r.name', 't.name as territory', 'r.is_active', 'r.address_line', 'r.town'])
    .select(['r.postcode', 'r.phone', 'r.retailer_type', 'r.grade', 'r.chain', 'r.credit_status', 'r.notes'])
    .select('p.name as price_list')
    .$if(after !== undefined, found => found.where('r.account_number', '>', after ?? ''))
    .orderBy('r.account_number')
    .limit(most)
    .execute()
  return rows.map(row => ({
    cursor: row.account_number,
    accountNumber: row.account_number,
    name: row.name,
    territory: row.territory ?? '',
    status: row.is_active ? 'open' : 'closed',
    addressLine: row.address_line,
    town: row.town,
    postcode: row.postcode,
    phone: row.phone,
    type: row.retailer_type,
    grade: row.grade,
    chain: row.chain,
    creditStatus: row.credit_status,
    priceList: row.price_list ?? '',
    notes: row.notes,
  }))
}

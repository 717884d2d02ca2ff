import type { RetailerPage, RetailerQuery } from '../../../shared/contract/retailers.ts'
import type { Db } from '../../platform/database/tables.ts'
import { countRetailers, type RetailerRow, retailersPage } from './retailers.query.ts'

/** Lists one page of the retailers that match a search, with the total. */
export function createListRetailers({ db }: { db: Db }) {
  return async function listRetailers(query: RetailerQuery): Promise<RetailerPage> {
    const [rows, total] = await Promise.all([retailersPage(db, query).execute(), countRetailers(db, query)])
    const retailers = rows.map(row => ({
      ...toRetailer(row),
      contacts: Number(row.contacts),
      withAccess: Number(row.with_access),
    }))
    return { retailers, total, page: query.page, size: query.size }
  }
}

export function toRetailer({ id, name, account_number, is_active, territory }: RetailerRow) {
  return { id, name, accountNumber: account_number, status: is_active ? 'open' : 'closed', territory } as const
}

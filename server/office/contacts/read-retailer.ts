import type { RetailerDetails } from '../../../shared/contract/retailers.ts'
import type { Db } from '../../platform/database/tables.ts'
import { listContactRows } from './contacts.query.ts'
import { toRetailer } from './list-retailers.ts'
import { toContact } from './read-contact.ts'
import { findRetailerRow } from './retailers.query.ts'

/** Reads one retailer with its contacts. Returns nothing for an unknown id. */
export function createReadRetailer({ db }: { db: Db }) {
  return async function readRetailer(id: string): Promise<RetailerDetails | undefined> {
    const [row, contacts] = await Promise.all([findRetailerRow(db, id), listContactRows(db, id)])
    return row && { ...toRetailer(row), territoryId: row.territory_id, contacts: contacts.map(toContact) }
  }
}

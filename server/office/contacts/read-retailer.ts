import type { RetailerChoices, RetailerDetails } from '../../../shared/contract/retailers.ts'
import type { Db } from '../../platform/database/tables.ts'
import { listContactRows } from './contacts.query.ts'
import { toRetailer } from './list-retailers.ts'
import { toContact } from './read-contact.ts'
import { findRetailerRow, listPriceLists, listWords } from './retailers.query.ts'

/** Reads one retailer with its contacts. Returns nothing for an unknown id. */
export function createReadRetailer({ db }: { db: Db }) {
  return async function readRetailer(id: string): Promise<RetailerDetails | undefined> {
    const [row, contacts] = await Promise.all([findRetailerRow(db, id), listContactRows(db, id)])
    if (!row) return undefined
    return {
      ...toRetailer(row),
      territoryId: row.territory_id,
      contacts: contacts.map(toContact),
      type: row.retailer_type,
      grade: row.grade,
      chain: row.chain,
      creditStatus: row.credit_status,
      priceListId: row.price_list_id,
      priceList: row.price_list,
      notes: row.notes,
      addressLine: row.address_line,
      town: row.town,
      postcode: row.postcode,
      phone: row.phone,
    }
  }
}

/** Lists what retailers are described by so far, for filters and for suggestions in a form. */
export function createListRetailerChoices({ db }: { db: Db }) {
  return async function listRetailerChoices(): Promise<RetailerChoices> {
    const [types, grades, chains, priceLists] = await Promise.all([
      listWords(db, 'retailer_type'),
      listWords(db, 'grade'),
      listWords(db, 'chain'),
      listPriceLists(db),
    ])
    return { types, grades, chains, priceLists }
  }
}

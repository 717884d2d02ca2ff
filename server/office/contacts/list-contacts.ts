import type { ContactPage, ContactQuery } from '../../../shared/contract/contacts.ts'
import { cutPage } from '../../platform/database/pages.ts'
import type { Db } from '../../platform/database/tables.ts'
import { contactsAfter, countContacts, findContactPlace } from './contact-list.query.ts'
import { toContact } from './read-contact.ts'

/** Lists the contacts of all retailers that match a search, from the one after `after` on. */
export function createListContacts({ db }: { db: Db }) {
  return async function listContacts(query: ContactQuery): Promise<ContactPage> {
    const after = query.after === undefined ? undefined : await findContactPlace(db, query.after)
    const [found, total] = await Promise.all([contactsAfter(db, query, after).execute(), countContacts(db, query)])
    const { rows, hasMore } = cutPage(found, query.size)
    const contacts = rows.map(row => ({
      ...toContact(row),
      phone: row.phone,
      retailerId: row.retailer_id,
      retailerName: row.retailer_name,
      accountNumber: row.account_number,
      town: row.town,
      invitedAt: row.invited_at?.toISOString() ?? null,
      isMailFailing: row.is_mail_failing === true,
    }))
    return { contacts, total, hasMore }
  }
}

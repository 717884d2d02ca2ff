import type { NewContact } from '../../../shared/contract/retailers.ts'
import { insertContact } from '../../people/accounts/accounts.store.ts'
import { type BadContactName, readContactNames } from '../../people/accounts/contact-names.ts'
import { lockRetailer } from '../../people/retailers/retailers.store.ts'
import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'

export type ContactAdded =
  | { kind: 'added'; id: string }
  | { kind: 'taken' }
  | BadContactName
  | { kind: 'no-such-retailer' }

type Command = { contact: NewContact; authority: Authority }

/** Adds a contact without a password: the person chooses one through a reset (ASVS 6.4.1). */
export function createAddContact({ db, clock }: { db: Db; clock: Clock }) {
  return async function addContact({ contact, authority }: Command): Promise<ContactAdded> {
    const read = readContactNames(contact)
    if (read.kind !== 'read') return read
    const { typed, key } = read.username
    const at = clock.now()
    return db.transaction().execute(async tx => {
      if (!(await lockRetailer(tx, contact.retailerId))) return { kind: 'no-such-retailer' as const }
      const id = await insertContact(tx, {
        ...contact,
        jobTitle: contact.role,
        email: read.email,
        username: typed,
        usernameKey: key,
        hasWebsiteAccess: true,
        isActive: true,
        passwordHash: null,
        createdAt: at,
      })
      if (id === undefined) return { kind: 'taken' as const }
      await recordEvent(tx, { at, action: 'contact-added', ...authority, accountId: id })
      return { kind: 'added' as const, id }
    })
  }
}

export type AddContact = ReturnType<typeof createAddContact>

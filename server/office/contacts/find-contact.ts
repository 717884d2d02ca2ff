import type { ContactSummary } from '../../../shared/contract/retailers.ts'
import type { Db } from '../../platform/database/tables.ts'
import { findContactRow } from './contacts.query.ts'
import { toContact } from './read-contact.ts'

/** Finds the contact that a command is about. Returns nothing for an unknown id or a user. */
export function createFindContact({ db }: { db: Db }) {
  return async function findContact(id: string): Promise<ContactSummary | undefined> {
    const row = await findContactRow(db, id)
    return row && toContact(row)
  }
}

export type FindContact = ReturnType<typeof createFindContact>

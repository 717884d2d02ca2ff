import { type ContactToWrite, contactToWrite } from '../../../shared/contract/people-rows.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { nameKey } from '../../platform/names/name-key.ts'
import { type Upserted, upsertRows } from '../../platform/rows/upsert-rows.ts'
import { findRetailersByNumber } from '../retailers/retailers-by-number.query.ts'
import { insertContacts, renamePeople, updateContactDetails } from './accounts.store.ts'
import { lockNamedAccounts } from './contact-rows.query.ts'
import { type ContactRow, judgeContact } from './judge-contact.ts'

export type UpsertedContacts = Omit<Upserted<ContactRow>, 'created'> & { created: (ContactRow & { id: string })[] }

/** Another transaction has just taken a username of this call. A second run of the call sees it. */
export class UsernameJustTaken extends Error {}

/**
 * Adds and changes contacts by their username, without a password and without an email: an invitation is a command of
 * its own. `updated` says whose website access changes. The caller writes that, because it ends sessions.
 */
export async function upsertContacts(tx: Tx, rows: readonly unknown[], at: Date): Promise<UpsertedContacts> {
  let ids: ReadonlyMap<string, string> = new Map()
  const upserted = await upsertRows(tx, rows, {
    name: 'contacts',
    shape: contactToWrite,
    key: { of: ({ username }) => nameKey(username), field: 'username', words: 'This username' },
    prepare: prepareContacts,
    insert: async (inside, people) => {
      ids = await insertContacts(inside, { people, at })
      if (ids.size < people.length) throw new UsernameJustTaken()
    },
    update: saveContacts,
  })
  const created = upserted.created.map(contact => ({ ...contact, id: ids.get(contact.key) ?? '' }))
  return { ...upserted, created }
}

async function prepareContacts(tx: Tx, given: readonly ContactToWrite[]) {
  const accounts = await lockNamedAccounts(
    tx,
    given.map(({ username }) => nameKey(username)),
  )
  const retailers = await findRetailersByNumber(
    tx,
    given.flatMap(({ accountNumber }) => accountNumber ?? []),
  )
  return (contact: ContactToWrite) =>
    judgeContact(contact, { account: accounts.get(nameKey(contact.username)), retailers })
}

async function saveContacts(tx: Tx, contacts: readonly ContactRow[]): Promise<void> {
  const people = contacts.map(contact => ({ ...contact, id: contact.id ?? '' }))
  await renamePeople(tx, people)
  await updateContactDetails(tx, people)
}

import { insertContacts, renamePeople, updateContactDetails } from '../../people/accounts/accounts.store.ts'
import { type ApplyContext, inChunks } from './import-command.ts'
import type { RowOutcome } from './import-rows.store.ts'
import { Overtaken } from './overtaken.ts'
import type { PlannedContact } from './plan-contacts.ts'
import { requireId } from './require-id.ts'

/** Writes the plan in the caller's transaction, which already locks the retailers. */
export async function applyContacts({ tx, at, record, report }: ApplyContext, planned: readonly PlannedContact[]) {
  const outcomes = new Map<number, RowOutcome>(planned.map(row => [row.place, { ...row, accountId: undefined }]))
  for (const people of inChunks(planned.filter(({ verdict }) => verdict === 'add'))) {
    const located = people.map(contact => ({ ...contact, retailerId: requireId(contact.retailerId) }))
    const added = await insertContacts(tx, { people: located, at })
    if (added.size < people.length) throw new Overtaken()
    for (const contact of people) {
      const accountId = requireId(added.get(contact.key))
      record({ action: 'contact-added', accountId })
      outcomes.set(contact.place, {
        ...contact,
        accountId,
        invitation: contact.hasWebsiteAccess && contact.passwordHash === null ? 'possible' : null,
      })
    }
    await report(people.length)
  }
  for (const people of inChunks(planned.filter(({ verdict }) => verdict === 'update'))) {
    const changed = people.map(contact => ({ ...contact, id: requireId(contact.accountId) }))
    await renamePeople(tx, changed)
    await updateContactDetails(tx, changed)
    for (const { id } of changed) record({ action: 'contact-changed', accountId: id })
    await report(people.length)
  }
  return [...outcomes.values()]
}

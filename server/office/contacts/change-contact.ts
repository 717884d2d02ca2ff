import type { ContactChange } from '../../../shared/contract/retailers.ts'
import { lockAccount, updateContact } from '../../people/accounts/accounts.store.ts'
import { type Authority, isWithinReach } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'

export type ContactChanged = { kind: 'changed' } | { kind: 'above-you' }

type Command = { accountId: string; change: ContactChange; authority: Authority }

/** Changes a contact's details, but neither the username nor the mail address. */
export function createChangeContact({ db, clock }: { db: Db; clock: Clock }) {
  return async function changeContact({ accountId, change, authority }: Command): Promise<ContactChanged> {
    return db.transaction().execute(async tx => {
      await lockAccount(tx, accountId)
      if (!(await isWithinReach(tx, { authority, accountId }))) return { kind: 'above-you' as const }
      await updateContact(tx, { ...change, jobTitle: change.role, id: accountId })
      await recordEvent(tx, { at: clock.now(), action: 'contact-changed', ...authority, accountId })
      return { kind: 'changed' as const }
    })
  }
}

export type ChangeContact = ReturnType<typeof createChangeContact>

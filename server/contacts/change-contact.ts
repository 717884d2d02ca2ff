import type { ContactChange } from '../../shared/contract/retailers.ts'
import { lockAccount, updateContact } from '../accounts/accounts.store.ts'
import { recordEvent } from '../audit/audit.store.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../database/tables.ts'
import { type Authority, isWithinReach } from '../roles/authority.ts'

export type ContactChanged = { kind: 'changed' } | { kind: 'above-you' }

type Order = { accountId: string; change: ContactChange; authority: Authority }

/** Changes what stands about a contact, and neither the username nor where its mails go. */
export function createChangeContact({ db, clock }: { db: Db; clock: Clock }) {
  return async function changeContact({ accountId, change, authority }: Order): Promise<ContactChanged> {
    return db.transaction().execute(async tx => {
      await lockAccount(tx, accountId)
      if (!(await isWithinReach(tx, { authority, accountId }))) return { kind: 'above-you' as const }
      await updateContact(tx, { ...change, id: accountId })
      await recordEvent(tx, { at: clock.now(), action: 'contact-changed', ...authority, accountId })
      return { kind: 'changed' as const }
    })
  }
}

export type ChangeContact = ReturnType<typeof createChangeContact>

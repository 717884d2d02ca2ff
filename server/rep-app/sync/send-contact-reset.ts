import type { RequestReset, ResetAsked } from '../../entry/recovery/request-reset.ts'
import { findMailAddress } from '../../people/accounts/account.ts'
import { findAccountById } from '../../people/accounts/accounts.store.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { findTerritoryOfContact } from '../../trade/catalogue/catalogue.query.ts'
import { listTerritoriesOf } from './pull.query.ts'

type Command = { repId: string; contactId: string; caller: Caller }
export type ContactResetSent =
  | Exclude<ResetAsked, { kind: 'asked' }>
  | { kind: 'sent'; address: string }
  | { kind: 'no-such-contact' }

/** J12: a rep sends the reset email to a contact in the rep's territories, and sees neither the link nor the code. */
export function createSendContactReset({ db, requestReset }: { db: Db; requestReset: RequestReset }) {
  return async function sendContactReset({ repId, contactId, caller }: Command): Promise<ContactResetSent> {
    const [territoryId, own] = await Promise.all([findTerritoryOfContact(db, contactId), listTerritoriesOf(db, repId)])
    const account = own.some(({ id }) => id === territoryId) ? await findAccountById(db, contactId) : undefined
    const address = account && findMailAddress(account)
    if (address === undefined) return { kind: 'no-such-contact' }
    const asked = await requestReset({ accountId: contactId, asker: { askedBy: 'rep', accountId: repId, ...caller } })
    return asked.kind === 'asked' ? { kind: 'sent', address } : asked
  }
}

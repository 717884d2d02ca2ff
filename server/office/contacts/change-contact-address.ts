import type { AddressChanged, ChangeAddress } from '../../entry/recovery/change-address.ts'
import { lockAccount } from '../../people/accounts/accounts.store.ts'
import { type BadContactName, readContactNames } from '../../people/accounts/contact-names.ts'
import { type Authority, isWithinReach } from '../../people/roles/authority.ts'
import type { Db } from '../../platform/database/tables.ts'
import { unlessTaken } from '../../platform/database/unless-taken.ts'

export type ContactAddressChanged = AddressChanged | { kind: 'above-you' } | BadContactName

type Command = { accountId: string; username: string; email: string; authority: Authority }

/**
 * Changes the address that receives a contact's mail, and the username. A username that is an address must be the
 * contact's own. Several contacts may share an address for mail.
 */
export function createChangeContactAddress({ db, changeAddress }: { db: Db; changeAddress: ChangeAddress }) {
  return async function changeContactAddress(command: Command): Promise<ContactAddressChanged> {
    const { accountId, authority: by } = command
    const read = readContactNames(command)
    if (read.kind !== 'read') return read
    const { username, email: address } = read
    return unlessTaken('accounts_username_key_key', { kind: 'taken' as const }, () =>
      db.transaction().execute(async tx => {
        const account = await lockAccount(tx, accountId)
        if (account.kind !== 'contact' || !(await isWithinReach(tx, { authority: by, accountId })))
          return { kind: 'above-you' as const }
        return changeAddress(tx, { account, username, address, by })
      }),
    )
  }
}

export type ChangeContactAddress = ReturnType<typeof createChangeContactAddress>

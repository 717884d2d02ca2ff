import type { AddressChanged, ChangeAddress } from '../../entry/recovery/change-address.ts'
import { lockAccount } from '../../people/accounts/accounts.store.ts'
import { type NameRefusal, readNewAddress } from '../../people/accounts/username.ts'
import { type Authority, isWithinReach } from '../../people/roles/authority.ts'
import type { Db } from '../../platform/database/tables.ts'
import { unlessTaken } from '../../platform/database/unless-taken.ts'

export type UsernameChanged = AddressChanged | { kind: 'above-you' } | { kind: 'bad-username'; refusal: NameRefusal }

type Command = { accountId: string; username: string; authority: Authority }

/**
 * Gives a user another username, an email address that also receives the mail. Of two concurrent requests for one name,
 * one succeeds.
 */
export function createChangeUsername({ db, changeAddress }: { db: Db; changeAddress: ChangeAddress }) {
  return async function changeUsername({
    accountId,
    username: typed,
    authority: by,
  }: Command): Promise<UsernameChanged> {
    const read = readNewAddress(typed)
    if (read.kind === 'refused') return { kind: 'bad-username', refusal: read.refusal }
    const { username } = read
    return unlessTaken('accounts_username_key_key', { kind: 'taken' as const }, () =>
      db.transaction().execute(async tx => {
        const account = await lockAccount(tx, accountId)
        if (account.kind !== 'user' || !(await isWithinReach(tx, { authority: by, accountId })))
          return { kind: 'above-you' as const }
        return changeAddress(tx, { account, username, address: username.typed, by })
      }),
    )
  }
}

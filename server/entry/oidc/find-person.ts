import { fullNameOf } from '../../../shared/names/full-name.ts'
import { findMailAddress, whyClosed } from '../../people/accounts/account.ts'
import { findAccountById } from '../../people/accounts/accounts.store.ts'
import { findHold } from '../../people/accounts/find-hold.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { type FindClient, isAdmitted } from './find-client.ts'

type Needs = { db: Db; clock: Clock; findClient: FindClient }

/** Called for every code and every token: an account that can no longer sign in gets nothing more. */
export async function findPerson({ db, clock, findClient }: Needs, sub: string, clientId: string | undefined) {
  const account = await findAccountById(db, sub)
  if (!account || whyClosed(account) !== undefined) return undefined
  const client = clientId === undefined ? undefined : await findClient(clientId)
  if (client && !isAdmitted(client, account)) return undefined
  return {
    accountId: account.id,
    claims: async () => ({
      sub: account.id,
      name: fullNameOf(account),
      preferred_username: account.username,
      user_type: account.kind === 'user' ? account.userType : 'contact',
      // An app may identify its users by email address, so a held address must not be released.
      email: (await findHold({ db, clock }, account.id)) ? undefined : findMailAddress(account),
    }),
  }
}

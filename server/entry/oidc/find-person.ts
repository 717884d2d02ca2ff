import { fullNameOf } from '../../../shared/names/full-name.ts'
import { type Account, findMailAddress, whyClosed } from '../../people/accounts/account.ts'
import { findAccountById } from '../../people/accounts/accounts.store.ts'
import { findHold } from '../../people/accounts/find-hold.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { type FindClient, isAdmitted } from './find-client.ts'
import { findRetailerOf, findRoleName, listTerritoryNames } from './person-facts.query.ts'

type Needs = { db: Db; clock: Clock; findClient: FindClient }

/** Called for every code and every token: an account that can no longer sign in gets nothing more. */
export async function findPerson({ db, clock, findClient }: Needs, sub: string, clientId: string | undefined) {
  const account = await findAccountById(db, sub)
  if (!account || whyClosed(account) !== undefined) return undefined
  const client = clientId === undefined ? undefined : await findClient(clientId)
  if (client && !isAdmitted(client, account)) return undefined
  return {
    accountId: account.id,
    claims: async (_use: string, scope: string) => claimsOf({ db, clock }, account, scope.split(' ')),
  }
}

/** The library drops claims outside the granted scopes. What costs a query is read only for its scope. */
async function claimsOf({ db, clock }: Pick<Needs, 'db' | 'clock'>, account: Account, scopes: readonly string[]) {
  const isUser = account.kind === 'user'
  const has = (scope: string) => scopes.includes(scope)
  return {
    sub: account.id,
    name: fullNameOf(account),
    preferred_username: account.username,
    user_type: isUser ? account.userType : 'contact',
    role: has('role') ? await findRoleName(db, account.id) : undefined,
    territories: has('territories') && isUser ? await listTerritoryNames(db, account.id) : undefined,
    retailer: has('retailer') ? await findRetailerOf(db, account.id) : undefined,
    // An app may identify its users by email address, so a held address must not be released.
    email: has('email') && !(await findHold({ db, clock }, account.id)) ? findMailAddress(account) : undefined,
  }
}

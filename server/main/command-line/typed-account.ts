import type { Account, ClosedBecause } from '../../people/accounts/account.ts'
import { findAccountByKey } from '../../people/accounts/accounts.store.ts'
import { readUsername } from '../../people/accounts/username.ts'
import type { Db } from '../../platform/database/tables.ts'
import { CommandError } from './terminal.ts'

export const closedWords: Record<ClosedBecause, string> = {
  inactive: 'deactivated',
  locked: 'locked',
  unlicensed: 'no licence',
  'retailer-closed': 'retailer closed',
  'no-website-access': 'no website access',
}

export const openingWords: Record<ClosedBecause, (username: string) => string> = {
  inactive: username => `First: fieldkey user reactivate ${username}`,
  locked: username => `First: fieldkey user unlock ${username}`,
  unlicensed: username => `First: fieldkey user reactivate ${username}`,
  'retailer-closed': () => 'First open the retailer on the admin site, under Retailers.',
  'no-website-access': () => 'First restore it on the admin site, under Retailers.',
}

/** The account with a username that was typed. */
export async function getAccountOf({ db }: { db: Db }, username: string): Promise<Account> {
  const read = readUsername(username)
  const account = read.kind === 'read' ? await findAccountByKey(db, read.username.key) : undefined
  if (!account) throw new CommandError(`No one has the username ${username}: see fieldkey user list`)
  return account
}

import { isForAdminSite } from '../../../shared/contract/user-lists.ts'
import { fullNameOf } from '../../../shared/names/full-name.ts'
import { type ContactAccount, whyClosed } from '../../people/accounts/account.ts'
import { findAccountById } from '../../people/accounts/accounts.store.ts'
import type { Db } from '../../platform/database/tables.ts'
import { type ContactFacts, findContactFacts } from './visitor.query.ts'

export type ShopContact = ContactFacts & { id: string; name: string; retailerName: string }

export type ShopVisitor =
  | { kind: 'contact'; contact: ShopContact }
  /** A contact whose access was withdrawn, or whose retailer is closed. */
  | { kind: 'closed'; retailerName: string }
  | { kind: 'staff'; hasAdminSite: boolean }

/** Finds who asks for a page of the website. It is asked on every request, so a withdrawn access ends with the next one. */
export function createFindVisitor({ db }: { db: Db }) {
  return async function findVisitor(accountId: string): Promise<ShopVisitor> {
    const [account, facts] = await Promise.all([findAccountById(db, accountId), findContactFacts(db, accountId)])
    if (account?.kind !== 'contact')
      return { kind: 'staff', hasAdminSite: account !== undefined && isForAdminSite(account.userType) }
    if (!facts || whyClosed(account)) return { kind: 'closed', retailerName: account.retailerName }
    return { kind: 'contact', contact: { ...facts, ...namesOf(account) } }
  }
}

export type FindVisitor = ReturnType<typeof createFindVisitor>

const namesOf = (account: ContactAccount) => ({
  id: account.id,
  name: fullNameOf(account) || account.username,
  retailerName: account.retailerName,
})

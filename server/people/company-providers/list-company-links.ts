import type { Db } from '../../platform/database/tables.ts'
import type { Account } from '../accounts/account.ts'
import { listLinksOf } from './identities.store.ts'
import { covers } from './matching-providers.ts'
import { listProviders } from './providers.store.ts'

/** The providers that an account is linked with, and those that it may link. */
export async function listCompanyLinks(db: Db, account: Account) {
  const [linked, providers] = await Promise.all([listLinksOf(db, account.id), listProviders(db)])
  const available = providers
    .filter(provider => covers(provider, account) && !linked.some(({ id }) => id === provider.id))
    .map(({ id, name }) => ({ id, name }))
  return { linked, available }
}

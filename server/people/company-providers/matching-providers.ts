import type { Account } from '../accounts/account.ts'
import type { CompanyProvider } from './providers.store.ts'

/** The domain of an address in lower case; empty without one. */
function domainOf(usernameKey: string): string {
  const at = usernameKey.lastIndexOf('@')
  return at === -1 ? '' : usernameKey.slice(at + 1).toLowerCase()
}

/** The providers of a username's domain. Decided by the domain alone, so that it tells nothing about any account. */
export function providersOf<Provider extends Pick<CompanyProvider, 'domains'>>(
  providers: readonly Provider[],
  usernameKey: string,
): Provider[] {
  return providers.filter(({ domains }) => domains.includes(domainOf(usernameKey)))
}

/** True if the provider may sign in people of this type. */
export function covers({ audiences }: Pick<CompanyProvider, 'audiences'>, account: Account): boolean {
  return audiences.includes(account.kind === 'user' ? account.userType : 'contact')
}

/** The provider that is the only way in for this person, if there is one. */
export function findOnlyWay(providers: readonly CompanyProvider[], account: Account): CompanyProvider | undefined {
  return providersOf(providers, account.usernameKey).find(one => one.isOnlyWay && covers(one, account))
}

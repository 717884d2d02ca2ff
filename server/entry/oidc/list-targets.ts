import { isForAdminSite } from '../../../shared/contract/user-lists.ts'
import type { Account } from '../../people/accounts/account.ts'
import { isAdmitted, type ListClients, ownAppId } from './find-client.ts'

export type Target = { label: string; href: string }

const adminSite: Target = { label: 'Admin site', href: '/admin' }
const website: Target = { label: 'Website', href: '/shop' }

/** Lists the sites and apps that admit a user's type and have a start address. */
export function createListTargets({ listClients }: { listClients: ListClients }) {
  return async function listTargets(account: Account): Promise<Target[]> {
    const hasAdminSite = account.kind === 'user' && isForAdminSite(account.userType)
    const apps = (await listClients()).filter(client => isAdmitted(client, account))
    return [
      ...(hasAdminSite ? [adminSite] : []),
      ...(account.kind === 'contact' ? [website] : []),
      ...apps.flatMap(({ id, name, startUrl }) =>
        startUrl === null ? [] : [{ label: id === ownAppId ? 'Back to the app' : name, href: startUrl }],
      ),
    ]
  }
}

export type ListTargets = ReturnType<typeof createListTargets>

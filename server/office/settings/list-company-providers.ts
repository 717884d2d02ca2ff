import type { CompanyProviders } from '../../../shared/contract/company-sign-in.ts'
import { returnAddress } from '../../entry/company-sign-in/return-address.ts'
import { listProviders } from '../../people/company-providers/providers.store.ts'
import type { Db } from '../../platform/database/tables.ts'

/** Lists the providers for the admin site, without their secrets. */
export function createListCompanyProviders({ db, publicUrl }: { db: Db; publicUrl: string }) {
  return async function listCompanyProviders(): Promise<CompanyProviders> {
    const providers = (await listProviders(db)).map(
      ({ sealed: _, creates, createsRoleId, createsTerritoryId, ...provider }) => ({
        ...provider,
        creates: creates && { userType: creates, roleId: createsRoleId, territoryId: createsTerritoryId },
        redirectUri: returnAddress(publicUrl, provider.id),
      }),
    )
    return { providers, redirectBase: returnAddress(publicUrl, '') }
  }
}

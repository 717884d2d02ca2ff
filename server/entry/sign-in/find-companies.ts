import { providersOf } from '../../people/company-providers/matching-providers.ts'
import { listProviders } from '../../people/company-providers/providers.store.ts'
import type { Db } from '../../platform/database/tables.ts'
import { nameKey } from '../../platform/names/name-key.ts'

/** A provider of the organisation, as the sign-in form offers it. */
export type Company = { id: string; name: string }

/** The providers of a username's domain; without a username, the only one that is set up. It never reads an account. */
export function createFindCompanies({ db }: { db: Db }) {
  return async function findCompanies(username: string): Promise<Company[]> {
    const providers = await listProviders(db)
    const key = nameKey(username)
    const found = key === '' ? (providers.length === 1 ? providers : []) : providersOf(providers, key)
    return found.map(({ id, name }) => ({ id, name }))
  }
}

export type FindCompanies = ReturnType<typeof createFindCompanies>

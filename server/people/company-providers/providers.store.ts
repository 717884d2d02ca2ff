import type { Selectable } from 'kysely'
import type { CompanyProvidersTable } from '../../platform/database/company-tables.ts'
import type { Queryable, Tx } from '../../platform/database/tables.ts'
import type { Sealed } from '../../platform/settings/sealed-text.ts'

export type CompanyProvider = {
  id: string
  name: string
  issuer: string
  clientId: string
  sealed: Sealed
  domains: string[]
  audiences: CompanyProvidersTable['audiences']
  isOnlyWay: boolean
  countsAsBothSteps: boolean
  creates: CompanyProvidersTable['creates']
  createsRoleId: string | null
  createsTerritoryId: string | null
}

export async function listProviders(db: Queryable): Promise<CompanyProvider[]> {
  return (await db.selectFrom('company_providers').selectAll().orderBy('name').orderBy('id').execute()).map(toProvider)
}

export async function findProvider(db: Queryable, id: string): Promise<CompanyProvider | undefined> {
  const row = await db.selectFrom('company_providers').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toProvider(row)
}

/** Locks the provider until the transaction ends. Undefined if it was removed meanwhile. */
export async function lockProvider(tx: Tx, id: string): Promise<CompanyProvider | undefined> {
  const row = await tx.selectFrom('company_providers').selectAll().where('id', '=', id).forShare().executeTakeFirst()
  return row && toProvider(row)
}

/** Adds a provider, or changes everything of it except the issuer. False if another one has the issuer. */
export async function saveProvider(tx: Tx, provider: CompanyProvider & { at: Date }): Promise<boolean> {
  const changeable = {
    name: provider.name,
    client_id: provider.clientId,
    key_id: provider.sealed.keyId,
    sealed_secret: provider.sealed.bytes,
    domains: provider.domains,
    audiences: provider.audiences,
    is_only_way: provider.isOnlyWay,
    counts_as_both_steps: provider.countsAsBothSteps,
    creates: provider.creates,
    creates_role_id: provider.createsRoleId,
    creates_territory_id: provider.createsTerritoryId,
  }
  const taken = await tx
    .selectFrom('company_providers')
    .select('id')
    .where('issuer', '=', provider.issuer)
    .where('id', '!=', provider.id)
    .executeTakeFirst()
  if (taken) return false
  await tx
    .insertInto('company_providers')
    .values({ ...changeable, id: provider.id, issuer: provider.issuer, added_at: provider.at })
    .onConflict(conflict => conflict.column('id').doUpdateSet(changeable))
    .execute()
  return true
}

export async function deleteProvider(tx: Tx, id: string): Promise<string | undefined> {
  const row = await tx.deleteFrom('company_providers').where('id', '=', id).returning('name').executeTakeFirst()
  return row?.name
}

/** The operator's way back in: passwords work again for everyone. Returns the names of the changed providers. */
export async function allowPasswords(tx: Tx): Promise<string[]> {
  const rows = await tx
    .updateTable('company_providers')
    .set({ is_only_way: false })
    .where('is_only_way', '=', true)
    .returning('name')
    .execute()
  return rows.map(({ name }) => name)
}

const toProvider = (row: Selectable<CompanyProvidersTable>): CompanyProvider => ({
  id: row.id,
  name: row.name,
  issuer: row.issuer,
  clientId: row.client_id,
  sealed: { keyId: row.key_id, bytes: row.sealed_secret },
  domains: row.domains,
  audiences: row.audiences,
  isOnlyWay: row.is_only_way,
  countsAsBothSteps: row.counts_as_both_steps,
  creates: row.creates,
  createsRoleId: row.creates_role_id,
  createsTerritoryId: row.creates_territory_id,
})

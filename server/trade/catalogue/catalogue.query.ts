import type { Queryable } from '../../platform/database/tables.ts'

export type RetailerState = {
  territoryId: string | null
  isActive: boolean
  creditStatus: 'good' | 'watch' | 'hold'
}

export async function findRetailer(db: Queryable, id: string): Promise<RetailerState | undefined> {
  const row = await db
    .selectFrom('retailers')
    .select(['territory_id', 'is_active', 'credit_status'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { territoryId: row.territory_id, isActive: row.is_active, creditStatus: row.credit_status }
}

/** Lists which of these products exist, sold or not. */
export async function listKnownProducts(db: Queryable, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.selectFrom('products').select('id').where('id', 'in', ids).execute()
  return new Set(rows.map(({ id }) => id))
}

/** The territory of the contact's retailer, if that retailer is open and has one. */
export async function findTerritoryOfContact(db: Queryable, contactId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('contacts as c')
    .innerJoin('retailers as r', 'r.id', 'c.retailer_id')
    .select('r.territory_id')
    .where('c.account_id', '=', contactId)
    .where('r.is_active', '=', true)
    .executeTakeFirst()
  return row?.territory_id ?? undefined
}

export async function listTaxClasses(db: Queryable): Promise<Set<string>> {
  const rows = await db.selectFrom('tax_classes').select('code').execute()
  return new Set(rows.map(({ code }) => code))
}

export function listTaxClassNames(db: Queryable): Promise<{ code: string; name: string }[]> {
  return db.selectFrom('tax_classes').select(['code', 'name']).orderBy('name').execute()
}

import { sql } from 'kysely'
import type { ListedTaxClass } from '../../../shared/contract/tax-classes.ts'
import type { Queryable } from '../../platform/database/tables.ts'

/** The tax classes by rate, highest first. The standard class counts as used, because new products get it. */
export async function listTaxRates(db: Queryable): Promise<ListedTaxClass[]> {
  const { rows } = await sql<ListedTaxClass>`select t.code as id, t.name, t.rate_basis_points as "rateBasisPoints",
      t.code = 'standard' or exists (select from products p where p.tax_class = t.code) as "isUsed"
    from tax_classes t order by t.rate_basis_points desc, t.code`.execute(db)
  return rows
}

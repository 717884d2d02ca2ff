import type { TaxClassesTable } from '../../platform/database/field-tables.ts'
import type { Tx } from '../../platform/database/tables.ts'

/** Adds tax classes, or sets the name and the rate of those that exist. */
export async function saveTaxClasses(tx: Tx, classes: readonly TaxClassesTable[]): Promise<void> {
  await tx
    .insertInto('tax_classes')
    .values([...classes])
    .onConflict(conflict =>
      conflict.column('code').doUpdateSet(({ ref }) => ({
        name: ref('excluded.name'),
        rate_basis_points: ref('excluded.rate_basis_points'),
      })),
    )
    .execute()
}

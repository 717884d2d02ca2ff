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

/** The class that a product gets if none is named. */
const standardClass = 'standard'

/** Deletes a class unless a product has it. */
export async function deleteTaxClass(
  tx: Tx,
  code: string,
): Promise<'removed' | 'no-such-tax-class' | 'tax-class-in-use'> {
  const found = await tx
    .selectFrom('tax_classes')
    .select('code')
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst()
  if (!found) return 'no-such-tax-class'
  const product = await tx.selectFrom('products').select('id').where('tax_class', '=', code).limit(1).executeTakeFirst()
  if (product || code === standardClass) return 'tax-class-in-use'
  await tx.deleteFrom('tax_classes').where('code', '=', code).execute()
  return 'removed'
}

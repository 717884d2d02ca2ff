import type { TaxClass } from '../../../shared/contract/tax-classes.ts'
import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { deleteTaxClass, saveTaxClasses } from '../../trade/catalogue/tax-classes.store.ts'

type Needs = { db: Db; clock: Clock }

/** Adds a tax class, or changes name and rate of one. Orders that exist keep the rate of their day. */
export function createSaveTaxClass({ db, clock }: Needs) {
  return async function saveTaxClass({ taxClass, authority }: { taxClass: TaxClass; authority: Authority }) {
    const { id, name, rateBasisPoints } = taxClass
    return db.transaction().execute(async tx => {
      await saveTaxClasses(tx, [{ code: id, name, rate_basis_points: rateBasisPoints }])
      const details = { class: id, basisPoints: rateBasisPoints }
      await recordEvent(tx, { at: clock.now(), action: 'tax-class-saved', ...authority, details })
      return { kind: 'saved' as const }
    })
  }
}

/** Removes a tax class that no product has. The standard one stays, because new products get it. */
export function createRemoveTaxClass({ db, clock }: Needs) {
  return async function removeTaxClass({ id, authority }: { id: string; authority: Authority }) {
    return db.transaction().execute(async tx => {
      const kind = await deleteTaxClass(tx, id)
      if (kind === 'removed') {
        await recordEvent(tx, { at: clock.now(), action: 'tax-class-removed', ...authority, details: { class: id } })
      }
      return { kind }
    })
  }
}

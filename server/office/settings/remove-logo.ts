import { deleteLogo } from '../../people/organisation/organisation.store.ts'
import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'

/** Removes the logo, so pages show the product's mark again. Does nothing if there is no logo. */
export function createRemoveLogo({ db, clock }: { db: Db; clock: Clock }) {
  return async function removeLogo({ authority }: { authority: Authority }): Promise<{ kind: 'removed' }> {
    return db.transaction().execute(async tx => {
      if (await deleteLogo(tx)) {
        const details = { fields: 'logo' }
        await recordEvent(tx, { at: clock.now(), action: 'organisation-changed', ...authority, details })
      }
      return { kind: 'removed' as const }
    })
  }
}

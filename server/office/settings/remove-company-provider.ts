import { deleteProvider } from '../../people/company-providers/providers.store.ts'
import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'

type Command = { id: string; authority: Authority }

/** Removes a provider with all its links. Running sessions stay. */
export function createRemoveCompanyProvider({ db, clock }: { db: Db; clock: Clock }) {
  return async function removeCompanyProvider({
    id,
    authority,
  }: Command): Promise<{ kind: 'removed' | 'no-such-provider' }> {
    return db.transaction().execute(async tx => {
      const name = await deleteProvider(tx, id)
      if (name === undefined) return { kind: 'no-such-provider' as const }
      const event = {
        at: clock.now(),
        action: 'company-provider-removed',
        ...authority,
        details: { provider: name },
      } as const
      await recordEvent(tx, event)
      return { kind: 'removed' as const }
    })
  }
}

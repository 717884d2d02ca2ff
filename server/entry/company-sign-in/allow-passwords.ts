import { allowPasswords } from '../../people/company-providers/providers.store.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'

/** Makes no provider the only way in any more. For the operator of the server. */
export function createAllowPasswords({ db, clock }: { db: Db; clock: Clock }) {
  return async (): Promise<{ names: string[] }> =>
    db.transaction().execute(async tx => {
      const names = await allowPasswords(tx)
      const event = { at: clock.now(), action: 'passwords-allowed', actor: 'command-line' } as const
      for (const provider of names) await recordEvent(tx, { ...event, details: { provider } })
      return { names }
    })
}

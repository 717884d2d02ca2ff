import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Authority } from '../roles/authority.ts'
import { deleteUnusedTerritory, lockTerritory } from './territories.store.ts'

export type TerritoryRemoved =
  | { kind: 'removed'; name: string }
  | { kind: 'no-such-territory' }
  | { kind: 'territory-in-use' }

/** Removes a territory that has no retailer and no user. */
export function createRemoveTerritory({ db, clock }: { db: Db; clock: Clock }) {
  return async function removeTerritory(command: { id: string; authority: Authority }): Promise<TerritoryRemoved> {
    return db.transaction().execute(async tx => {
      const territory = await lockTerritory(tx, command.id)
      if (!territory) return { kind: 'no-such-territory' as const }
      if (!(await deleteUnusedTerritory(tx, command.id))) return { kind: 'territory-in-use' as const }
      const details = { territory: command.id }
      await recordEvent(tx, { at: clock.now(), action: 'territory-removed', ...command.authority, details })
      return { kind: 'removed' as const, name: territory.name }
    })
  }
}

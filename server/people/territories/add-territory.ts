import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Authority } from '../roles/authority.ts'
import { insertTerritory } from './territories.store.ts'

export type TerritoryAdded = { kind: 'added'; id: string } | { kind: 'territory-taken' }

/** Adds a territory, without retailers or users. */
export function createAddTerritory({ db, clock }: { db: Db; clock: Clock }) {
  return async function addTerritory(command: { name: string; authority: Authority }): Promise<TerritoryAdded> {
    return db.transaction().execute(async tx => {
      const id = await insertTerritory(tx, command.name)
      if (id === undefined) return { kind: 'territory-taken' as const }
      const details = { territory: id }
      await recordEvent(tx, { at: clock.now(), action: 'territory-added', ...command.authority, details })
      return { kind: 'added' as const, id }
    })
  }
}

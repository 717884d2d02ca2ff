import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { unlessTaken } from '../../platform/database/unless-taken.ts'
import type { Authority } from '../roles/authority.ts'
import { isTerritoryNameTaken, lockTerritory, renameTerritory } from './territories.store.ts'

export type TerritoryRenamed = { kind: 'renamed' } | { kind: 'no-such-territory' } | { kind: 'territory-taken' }

type Command = { id: string; name: string; authority: Authority }

/** Renames a territory. Its retailers and users keep it. */
export function createRenameTerritory({ db, clock }: { db: Db; clock: Clock }) {
  return async function renameIt({ id, name, authority }: Command): Promise<TerritoryRenamed> {
    return unlessTaken('territories_name_key', { kind: 'territory-taken' as const }, () =>
      db.transaction().execute(async tx => {
        if (!(await lockTerritory(tx, id))) return { kind: 'no-such-territory' as const }
        if (await isTerritoryNameTaken(tx, { name, exceptId: id })) return { kind: 'territory-taken' as const }
        await renameTerritory(tx, { id, name })
        const details = { territory: id }
        await recordEvent(tx, { at: clock.now(), action: 'territory-renamed', ...authority, details })
        return { kind: 'renamed' as const }
      }),
    )
  }
}

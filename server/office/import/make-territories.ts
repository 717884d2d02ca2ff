import { countTerritories, insertTerritory } from '../../people/territories/territories.store.ts'
import { type AuditEvent, recordEvents } from '../../platform/audit/audit.store.ts'
import type { Tx } from '../../platform/database/tables.ts'
import type { ImportCommand } from './import-command.ts'
import type { Territory } from './name-territories.ts'
import { Overtaken } from './overtaken.ts'

type TerritoriesToMake = { command: ImportCommand; territories: readonly Territory[]; at: Date }

/** Creates the territories that are missing, locks those that exist, and returns their ids by name. */
export async function makeTerritories(
  tx: Tx,
  { command, territories, at }: TerritoriesToMake,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const events: AuditEvent[] = []
  for (const { id, name } of territories) {
    if (ids.has(name)) continue
    const known = id ?? (await insertTerritory(tx, name))
    if (known === undefined) throw new Overtaken()
    ids.set(name, known)
    const details = { territory: known, import: command.id }
    if (id === null) events.push({ at, action: 'territory-added', ...command.authority, details })
  }
  const known = [...new Set(territories.flatMap(({ id }) => id ?? []))]
  if ((await countTerritories(tx, known)) < known.length) throw new Overtaken()
  await recordEvents(tx, events)
  return ids
}

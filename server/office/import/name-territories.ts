import { listTerritoriesByName } from '../../people/territories/territories.store.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import type { ReadRow } from './read-row.ts'

/** A territory that the import will create has no id yet. */
export type Territory = { id: string | null; name: string }

/** Finds a territory by name, ignoring case. Adds a finding if it doesn't exist and may not be created. */
export type FindTerritory = (row: ReadRow, name: string) => Territory | undefined

const longestName = 60
const keyOf = (name: string) => name.normalize('NFKC').toLowerCase()

export async function nameTerritories(db: Queryable, { mayMake }: { mayMake: boolean }): Promise<FindTerritory> {
  const known = await listTerritoriesByName(db)
  const byName = new Map(known.map(({ id, name }) => [name, { id, name }]))
  const byKey = new Map<string, Territory>(known.map(({ id, name }) => [keyOf(name), { id, name }]))
  return (row, name) => {
    const found = byName.get(name) ?? byKey.get(keyOf(name))
    if (!found && (!mayMake || name.length > longestName)) {
      row.findings.push({ kind: 'no-such-territory', text: name })
      return undefined
    }
    const territory = found ?? { id: null, name }
    byKey.set(keyOf(name), territory)
    if (territory.id === null) row.findings.push({ kind: 'new-territory', text: territory.name })
    return territory
  }
}

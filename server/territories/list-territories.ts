import type { TerritoryList } from '../../shared/contract/territories.ts'
import { listTerritoriesByName } from '../accounts/territories.store.ts'
import type { Db } from '../database/tables.ts'

/** The territories by name, and how much each is in use. */
export function createListTerritories({ db }: { db: Db }) {
  return async function listTerritories(): Promise<TerritoryList> {
    return { territories: await listTerritoriesByName(db) }
  }
}

export type ListTerritories = ReturnType<typeof createListTerritories>

import type { TerritoryList } from '../../../shared/contract/territories.ts'
import type { Db } from '../../platform/database/tables.ts'
import { listTerritoriesByName } from './territories.store.ts'

/** The territories by name, and how much each is in use. */
export function createListTerritories({ db }: { db: Db }) {
  return async function listTerritories(): Promise<TerritoryList> {
    return { territories: await listTerritoriesByName(db) }
  }
}

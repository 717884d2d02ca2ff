import type { TerritoryList } from '../../../shared/contract/territories.ts'
import type { Db } from '../../platform/database/tables.ts'
import { listTerritoriesByName } from './territories.store.ts'

/** Lists the territories by name, with how many retailers and users each has. */
export function createListTerritories({ db }: { db: Db }) {
  return async function listTerritories(): Promise<TerritoryList> {
    return { territories: await listTerritoriesByName(db) }
  }
}

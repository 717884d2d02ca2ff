import type { Ground } from '../../platform/ground.ts'
import { createAddTerritory } from './add-territory.ts'
import { createListTerritories } from './list-territories.ts'
import { createRemoveTerritory } from './remove-territory.ts'
import { createRenameTerritory } from './rename-territory.ts'

export function createTerritoryActions(ground: Ground) {
  return {
    addTerritory: createAddTerritory(ground),
    listTerritories: createListTerritories(ground),
    removeTerritory: createRemoveTerritory(ground),
    renameTerritory: createRenameTerritory(ground),
  }
}

export type TerritoryActions = ReturnType<typeof createTerritoryActions>

import type { Ground } from '../../platform/ground.ts'
import { createAddCategory } from './add-category.ts'
import { createMoveCategory, createRenameCategory } from './change-tree.ts'
import { createListCategories } from './list-categories.ts'
import { createRemoveCategory } from './remove-category.ts'

export function createCategoryActions(ground: Ground) {
  return {
    addCategory: createAddCategory(ground),
    listCategories: createListCategories(ground),
    moveCategory: createMoveCategory(ground),
    removeCategory: createRemoveCategory(ground),
    renameCategory: createRenameCategory(ground),
  }
}

export type CategoryActions = ReturnType<typeof createCategoryActions>

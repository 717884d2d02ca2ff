import type { AuditAction } from '../../../shared/contract/audit-lists.ts'
import type { CategoryMove } from '../../../shared/contract/categories.ts'
import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { lockCatalogue, lockTree, saveTree } from '../../trade/catalogue/categories.store.ts'
import {
  moveInTree,
  renameInTree,
  type TreeCategory,
  type TreeChanged,
  type TreeRefusal,
} from '../../trade/catalogue/category-tree.ts'

type Needs = { db: Db; clock: Clock }
type Command = { id: string; authority: Authority }
export type CategoryChanged = { kind: 'changed'; path: string } | { kind: TreeRefusal }

/** Gives a category another name. Its products and the categories below it follow. */
export function createRenameCategory(needs: Needs) {
  return ({ name, ...command }: Command & { name: string }): Promise<CategoryChanged> =>
    onTree(needs, { ...command, action: 'category-renamed' }, tree => renameInTree(tree, { id: command.id, name }))
}

/** Moves a category, with its products and the categories below it, to another place or parent. */
export function createMoveCategory(needs: Needs) {
  return ({ parentId, beforeId, ...command }: Command & CategoryMove): Promise<CategoryChanged> =>
    onTree(needs, { ...command, action: 'category-moved' }, tree =>
      moveInTree(tree, { id: command.id, parentId, beforeId }),
    )
}

type Change = (tree: readonly TreeCategory[]) => TreeChanged

async function onTree({ db, clock }: Needs, command: Command & { action: AuditAction }, change: Change) {
  const { id, authority, action } = command
  return db.transaction().execute(async tx => {
    await lockCatalogue(tx)
    const before = await lockTree(tx)
    const changed = change(before)
    if (changed.kind !== 'tree') return changed
    await saveTree(tx, changed.tree)
    const path = changed.tree.find(category => category.id === id)?.path ?? ''
    const from = before.find(category => category.id === id)?.path ?? ''
    const details = { category: path, ...(from !== path && { from }) }
    await recordEvent(tx, { at: clock.now(), action, ...authority, details })
    return { kind: 'changed' as const, path }
  })
}

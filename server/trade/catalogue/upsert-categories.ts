import { type CategoryToWrite, categoryToWrite } from '../../../shared/contract/trade-rows.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { type Judgement, type Upserted, type UpsertRows, upsertRows } from '../../platform/rows/upsert-rows.ts'
import { listPlaces, setPlaces } from './categories.store.ts'
import { categoryKey, categoryWords, readCategoryPath } from './category-path.ts'
import { ensureCategories } from './ensure-categories.ts'

export type PlacedCategory = { path: string; place: number }

/** Adds categories with their parents, and changes their place among those with the same parent. */
export async function upsertCategories(
  tx: Tx,
  rows: readonly unknown[],
  upsert: UpsertRows = upsertRows,
): Promise<Upserted<PlacedCategory>> {
  return upsert(tx, rows, {
    name: 'categories',
    shape: categoryToWrite,
    key: { of: ({ path }) => categoryKey(path) || path, field: 'path', words: 'This path' },
    prepare: prepareCategories,
    insert: async (inside, created) => {
      await ensureCategories(
        inside,
        created.map(({ path }) => path),
      )
      await setPlaces(inside, created.map(keyed))
    },
    update: (inside, changed) => setPlaces(inside, changed.map(keyed)),
  })
}

const keyed = ({ path, place }: PlacedCategory) => ({ key: categoryKey(path), place })

async function prepareCategories(tx: Tx, given: readonly CategoryToWrite[]) {
  const places = await listPlaces(
    tx,
    given.map(({ path }) => categoryKey(path)),
  )
  return ({ path, place }: CategoryToWrite): Judgement<PlacedCategory> => {
    if (!readCategoryPath(path)) return { field: 'path', message: categoryWords }
    const before = places.get(categoryKey(path))
    return {
      before: before === undefined ? undefined : { path, place: before },
      after: { path, place: place ?? before ?? 0 },
    }
  }
}

import { expect, onTestFinished, test } from 'vitest'
import { createTestDatabase } from '../../../tests/support/databases/database.ts'
import { wordsOf } from '../../../tests/support/rows.ts'
import { upsertCategories } from './upsert-categories.ts'

test('categories are added with their parents, and get a place', async () => {
  const { db, pool, drop } = await createTestDatabase()
  onTestFinished(drop)
  const put = async (...rows: object[]) =>
    wordsOf((await db.transaction().execute(tx => upsertCategories(tx, rows))).results)
  const rows = [{ path: 'Drinks > Tea', place: 2 }, { path: 'Drinks' }, { path: 'drinks > TEA' }, { path: 'a > > b' }]
  expect(await put(...rows, { path: 'Food', place: -1 })).toEqual([
    'created',
    'created',
    'rejected path',
    'rejected path',
    'rejected place',
  ])
  expect(await put({ path: 'drinks > tea' }, { path: 'DRINKS', place: 7 })).toEqual(['unchanged', 'updated'])
  const { rows: stored } = await pool.query('select path, place from categories order by path')
  expect(stored).toEqual([
    { path: 'Drinks', place: 7 },
    { path: 'Drinks > Tea', place: 2 },
  ])
})

import { expect, onTestFinished, test } from 'vitest'
import { createTestDatabase } from '../../../tests/support/databases/database.ts'
import { categoryKey, readCategoryPath, slugOf } from './category-path.ts'
import { ensureCategories } from './ensure-categories.ts'

test('a category path has at most three names, and none of them is empty', () => {
  expect(readCategoryPath(' Drinks >Soft drinks ')).toEqual(['Drinks', 'Soft drinks'])
  expect([' ', 'Drinks > ', '> Drinks', 'a > b > c > d'].map(readCategoryPath)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('a slug has plain letters, digits and hyphens, whatever the name is', () => {
  expect([slugOf('Crème & Käse'), slugOf('果物'), slugOf('--')]).toEqual(['creme-kase', 'category', 'category'])
  expect(slugOf('果物', 'Fruit > 果物')).toMatch(/^category-[0-9a-f]{8}$/)
})

test('categories are made once with their parents, in whatever case they are written', async () => {
  const { db, pool, drop } = await createTestDatabase()
  onTestFinished(drop)
  const ensure = (...paths: string[]) => db.transaction().execute(tx => ensureCategories(tx, paths))
  const first = await ensure('Drinks > Soft drinks', '果物', 'drinks', 'a > > b')
  const second = await ensure('DRINKS > soft DRINKS > Water', 'Food > Water', '魚')
  expect(first.size).toBe(3)
  expect(second.get(categoryKey('Drinks > Soft drinks'))).toBe(first.get(categoryKey('drinks > soft drinks')))
  const { rows } = await pool.query('select path, level, slug from categories order by path collate "C"')
  expect(rows.map(({ path, level }) => [path, level])).toEqual([
    ['Drinks', 1],
    ['Drinks > Soft drinks', 2],
    ['Drinks > Soft drinks > Water', 3],
    ['Food', 1],
    ['Food > Water', 2],
    ['果物', 1],
    ['魚', 1],
  ])
  expect(new Set(rows.map(({ slug }) => slug)).size).toBe(7)
})

import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { eraseCache, openCache } from '../device/cache.ts'
import { pullChanges } from '../sync/pull.ts'
import { createProductSearch } from './product-search.ts'

const product = (number: number, name: string) => ({
  id: `p${number}`,
  code: `P0000${number}`,
  barcode: `200000000000${number}`,
  name,
  category: 'Bakery',
  unit: 'case of 6',
  priceCents: 100,
})
const cache = openCache('find-products')
const findProducts = createProductSearch(cache)
const namesOf = async (search: string) => (await findProducts(search)).map(({ name }) => name)

async function bring(rows: object[], removed: string[], cursor: string): Promise<void> {
  const body = { rows, removed, cursor, isComplete: true, total: 3 }
  const needs = { cache, clock: { now: () => 5 }, isStopped: () => false }
  await pullChanges({ ...needs, callApi: async () => ({ kind: 'answer', body: body as never }) }, ['products'])
}

it('finds products by parts of name and code, and by barcode', async () => {
  await bring(
    [product(1, 'Hearth Rye Rolls'), product(2, 'Mill Lane Oat Loaf'), product(3, 'Hearth Baguette')],
    [],
    '1',
  )
  expect(await namesOf('')).toEqual(['Hearth Baguette', 'Hearth Rye Rolls', 'Mill Lane Oat Loaf'])
  expect(await namesOf(' HEARTH ro')).toEqual(['Hearth Rye Rolls'])
  expect(await namesOf('p00002')).toEqual(['Mill Lane Oat Loaf'])
  expect(await namesOf('2000000000003')).toEqual(['Hearth Baguette'])
  expect(await namesOf('nothing')).toEqual([])
})

it('finds products added, changed or removed since the last search', async () => {
  await bring([product(1, 'Hearth Rye Rolls'), product(2, 'Mill Lane Oat Loaf')], [], '2')
  expect(await namesOf('rolls')).toEqual(['Hearth Rye Rolls'])
  await bring([product(1, 'Hearth Rye Bread'), product(4, 'Harbour Rolls')], ['p2'], '3')
  expect(await namesOf('rolls')).toEqual(['Harbour Rolls'])
  expect(await namesOf('oat')).toEqual([])
  await eraseCache(cache)
  expect(await namesOf('rolls')).toEqual([])
})

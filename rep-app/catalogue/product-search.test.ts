import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { eraseCache, openCache } from '../device/cache.ts'
import { pullChanges } from '../sync/pull.ts'
import { createProductSearch, onlyProduct } from './product-search.ts'
import { createProductTexts } from './product-texts.ts'

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
const findProducts = createProductSearch(cache, createProductTexts(cache))
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

it('finds words in any order, without accents, and the exact code before others', async () => {
  const cache = openCache('find-words')
  const find = createProductSearch(cache, createProductTexts(cache))
  const search = async (text: string) => (await find(text)).map(({ code }) => code)
  const rows = [
    { ...product(1, 'Elderflower Pressé'), code: 'P10' },
    { ...product(2, 'Almond Bar P1'), code: 'P2' },
    { ...product(3, 'Zest Straße Øl'), code: 'P1', category: 'Getränke' },
    { ...product(4, 'Numbered'), code: '40012345', barcode: '0012345678905' },
  ]
  await cache.products.bulkPut(rows.map(row => ({ ...row, packSize: 1, taxClass: '', description: '' })))
  expect(await search('presse elder')).toEqual(['P10'])
  expect(await search('PRESSÉ')).toEqual(['P10'])
  expect(await search('strasse ol getranke')).toEqual(['P1'])
  expect(await search('p1')).toEqual(['P1', 'P10', 'P2'])
  expect(await search('40012345')).toEqual(['40012345'])
  for (const spelling of ['0012345678905', '012345678905', '12345678905', '00012345678905'])
    expect(await search(spelling)).toEqual(['40012345'])
})

it('takes an exact code or barcode, or the only product found', () => {
  const [one, other] = [
    { ...product(1, 'Rolls'), packSize: 1, taxClass: '', description: '' },
    { ...product(2, 'Rolls'), code: 'P000012', packSize: 1, taxClass: '', description: '' },
  ]
  expect(onlyProduct([one, other], ' p00001 ')).toBe(one)
  expect(onlyProduct([one, other], '2000000000002')).toBe(other)
  expect(onlyProduct([one, other], 'rolls')).toBeUndefined()
  expect(onlyProduct([other], 'rolls')).toBe(other)
  expect(onlyProduct([], 'rolls')).toBeUndefined()
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

import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { type Cache, eraseCache, openCache } from '../device/cache.ts'
import { foldText } from './fold-text.ts'
import { createProductTexts, noteChanges } from './product-texts.ts'

const plain = { barcode: '', unit: 'case', packSize: 1, taxClass: '', description: '', priceCents: 100 }
const product = (id: string, name: string, category = 'Bakery') => ({ ...plain, id, code: `C${id}`, name, category })
type Product = ReturnType<typeof product>

const search = (text: string, category?: string) => {
  const wanted = foldText(text.trim())
  return { wanted, words: wanted.split(/\s+/), category, most: 10 }
}

/** As a pull does it. */
const change = (cache: Cache, put: Product[], removed: string[] = []) =>
  cache.transaction('rw', [cache.products, cache.productIndex, cache.productChanges], async () => {
    await cache.products.bulkPut(put)
    await cache.products.bulkDelete(removed)
    await noteChanges(cache, [...put.map(({ id }) => id), ...removed])
  })

it('finds what a look at each product finds, in the same order, however the products changed since', async () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'É', ' ', 'ß'), minLength: 1, maxLength: 4 })
  const rows = fc.array(
    fc.record({ id: fc.constantFrom(...'123456789'), name: letters, category: fc.constantFrom('x', 'x > y', 'z') }),
    { maxLength: 8 },
  )
  const category = fc.option(fc.constantFrom('x', 'z'), { nil: undefined })
  const steps = fc.array(fc.record({ put: rows, removed: fc.constantFrom('1', '2', '3') }), {
    minLength: 1,
    maxLength: 4,
  })
  let run = 0
  await fc.assert(
    fc.asyncProperty(steps, letters, category, async (steps, text, category) => {
      run += 1
      const cache = openCache(`index ${run}`)
      const index = createProductTexts(cache)
      for (const { put, removed } of steps) {
        await change(
          cache,
          put.map(row => product(row.id, row.name, row.category)),
          [removed],
        )
        expect(await index.match(search(text, category))).toEqual(await lookAtEach(cache, text, category))
        expect(await createProductTexts(cache).match(search(text, category))).toEqual(
          await lookAtEach(cache, text, category),
        )
      }
    }),
    { numRuns: 25 },
  )
})

async function lookAtEach(cache: Cache, text: string, category: string | undefined): Promise<string[]> {
  const { wanted, words, most } = search(text)
  const keyed = (await cache.products.toArray()).map(row => ({ ...row, key: foldText(`${row.name} ${row.category}`) }))
  const found = keyed
    .filter(({ code, key }) => words.every(word => `${code.toLowerCase()} ${key}`.includes(word)))
    .filter(row => category === undefined || row.category === category || row.category.startsWith(`${category} > `))
  const rankOf = ({ code }: Product) =>
    code.toLowerCase() === wanted ? 0 : code.toLowerCase().startsWith(wanted) ? 1 : 2
  const order = (one: (typeof found)[number], other: (typeof found)[number]) =>
    rankOf(one) - rankOf(other) ||
    (one.key < other.key ? -1 : Number(one.key > other.key)) ||
    (one.id < other.id ? -1 : 1)
  return found
    .sort(order)
    .slice(0, most)
    .map(({ id }) => id)
}

it('reads the rows once, and after a new start of the app only those that changed', async () => {
  const cache = openCache('index kept')
  await change(cache, [product('1', 'Rye Rolls'), product('2', 'Oat Loaf')])
  const prepare = async () => {
    await cache.checkpoints.put({ collection: 'products', isComplete: true } as never)
    await createProductTexts(cache).prepare()
  }
  await prepare()
  const rowsRead = vi.fn()
  cache.products.hook('reading', row => {
    rowsRead(row.id)
    return row
  })
  await prepare()
  const index = createProductTexts(cache)
  expect(await index.match(search('rolls'))).toEqual(['1'])
  expect(rowsRead).not.toHaveBeenCalled()
  await change(cache, [product('3', 'Barley Rolls')])
  for (let time = 0; time < 2; time++) expect(await index.match(search('rolls'))).toEqual(['3', '1'])
  expect(rowsRead.mock.calls).toEqual([['3']])
})

it('forgets the index with the data, and after a large download', async () => {
  const cache = openCache('index erased')
  await change(cache, [product('1', 'Rye Rolls')])
  const index = createProductTexts(cache)
  expect(await index.match(search('rolls'))).toEqual(['1'])
  const many = Array.from({ length: 1001 }, (_, number) => product(`m${number}`, 'Many Rolls'))
  await change(cache, many)
  expect(await cache.productIndex.count()).toBe(0)
  expect(await index.match(search('rye'))).toEqual(['1'])
  await eraseCache(cache)
  expect(await index.match(search('rolls'))).toEqual([])
})

it('does not keep an index if the data was erased while it was made', async () => {
  const cache = openCache('index raced')
  await change(cache, [product('1', 'Rye Rolls')])
  let erased: PromiseLike<void> | undefined
  cache.products.hook('reading', row => {
    erased ??= Dexie.ignoreTransaction(() => cache.productIndex.clear())
    return row
  })
  expect(await createProductTexts(cache).match(search('rolls'))).toEqual(['1'])
  await erased
  expect(await cache.productIndex.count()).toBe(0)
})

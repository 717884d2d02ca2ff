import { afterAll, beforeAll, expect, test } from 'vitest'
import { productQuery } from '../../../shared/contract/products.ts'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/databases/database.ts'
import { countProducts, exactProducts, otherProducts, readProducts } from './products.query.ts'

let database: TestDatabase
let drinks: string

beforeAll(async () => {
  database = await createTestDatabase()
  const { rows } = await database.pool.query(`
    with tops as (insert into categories (name, slug, path, level) values ('Drinks', 'drinks', 'Drinks', 1) returning id)
    insert into categories (name, slug, path, level, parent_id) select 'Tea', 'tea', 'Drinks > Tea', 2, id from tops
    returning parent_id, id`)
  drinks = rows[0].parent_id
  await database.pool.query(
    `insert into products (code, name, unit, barcode, price_cents, is_active, category_id, has_picture)
     select 'AC-' || n, 'Tea number ' || n, 'case', (5000000000000 + n)::text, n % 1000, n % 10 > 0,
       case when n % 100 = 0 then $1::uuid end, n % 100 <> 77 from generate_series(1, 50000) n`,
    [rows[0].id],
  )
  await database.pool.query('vacuum analyze products, product_pictures, categories')
}, 120_000)
afterAll(() => database.drop())

const query = (change: object) => productQuery.parse(change)
const codesOf = async (change: object) => (await readProducts(database.db, query(change))).map(({ code }) => code)
const count = (change: object) => countProducts(database.db, query(change))

async function planOf(question: Pick<ReturnType<typeof exactProducts>, 'compile'>): Promise<string> {
  const { sql, parameters } = question.compile()
  const { rows } = await database.pool.query(`explain ${sql}`, [...parameters])
  return rows.map(row => row['QUERY PLAN']).join('\n')
}

const firstPage = { limit: 20, offset: 0, without: [] }

test.each([
  [{ search: 'number 12345' }, 'products_search'],
  [{ search: 'ac-12345' }, 'products_search'],
  [{ search: 'tea' }, 'products_name'],
  [{ search: 'tea number', sort: 'price' }, 'products_price'],
  [{}, 'products_name'],
  [{ sort: 'price', order: 'descending' }, 'products_price'],
  [{ sort: 'code' }, 'products_code_key'],
  [{ without: 'picture' }, 'products_without_picture'],
  [{ without: 'price' }, 'products_without_price'],
])('the list with %o uses an index of 50,000 products and scans no table', async (change, index) => {
  const plan = await planOf(otherProducts(database.db, query(change), firstPage))
  expect(plan).toContain(index)
  expect(plan).not.toContain('Seq Scan on products')
})

test('a search that all products match reads one page in the order of an index, and sorts nothing', async () => {
  expect(await planOf(otherProducts(database.db, query({ search: 'tea' }), firstPage))).not.toMatch(/Sort Key: .*name/)
})

test('an exact code or barcode is found through indexes of its own', async () => {
  const plan = await planOf(exactProducts(database.db, query({ search: 'AC-12345' })))
  expect(plan).toContain('products_code_in_lower_case')
  expect(plan).toContain('products_barcode')
  expect(plan).not.toContain('Seq Scan on products')
})

test('a product is found by its code, name and barcode, and an exact code comes first', async () => {
  expect(await codesOf({ search: 'ac-1234', size: 2 })).toEqual(['AC-1234', 'AC-12340'])
  expect(await codesOf({ search: 'ac-1234', size: 2, page: 2 })).toEqual(['AC-12341', 'AC-12342'])
  expect(await codesOf({ search: 'ac-1234', size: 1, page: 2 })).toEqual(['AC-12340'])
  expect(await codesOf({ search: 'ac-1234', status: 'inactive', size: 2 })).toEqual(['AC-12340'])
  expect(await codesOf({ search: '5000000012345' })).toEqual(['AC-12345'])
  expect(await codesOf({ search: 'number tea 12345' })).toEqual(['AC-12345'])
  expect(await codesOf({ search: 'te%12' })).toEqual([])
})

test('the database filters by category with those below it, status, missing picture and missing price', async () => {
  expect(await count({ category: drinks })).toBe(500)
  expect(await count({ status: 'inactive' })).toBe(5000)
  expect(await count({ without: 'picture' })).toBe(500)
  expect(await count({ without: 'price' })).toBe(50)
  expect(await count({ without: 'picture', search: 'ac-177' })).toBe(3)
  expect(await count({})).toBe(10_001)
})

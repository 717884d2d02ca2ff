import { afterAll, beforeAll, expect, test } from 'vitest'
import { productQuery } from '../../../shared/contract/products.ts'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/databases/database.ts'
import { countProducts, productsPage } from './products.query.ts'

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
const codesOf = async (change: object) =>
  (await productsPage(database.db, query(change)).execute()).map(({ code }) => code)
const count = (change: object) => countProducts(database.db, query(change))

async function planOf(change: object): Promise<string> {
  const compiled = productsPage(database.db, query(change)).compile()
  const { rows } = await database.pool.query(`explain ${compiled.sql}`, [...compiled.parameters])
  return rows.map(row => row['QUERY PLAN']).join('\n')
}

test.each([
  [{ search: 'number 12345' }, 'products_search'],
  [{}, 'products_name'],
  [{ sort: 'price', order: 'descending' }, 'products_price'],
  [{ sort: 'code' }, 'products_code_key'],
  [{ without: 'picture' }, 'products_without_picture'],
  [{ without: 'price' }, 'products_without_price'],
])('the list with %o uses an index of 50,000 products and scans no table', async (change, index) => {
  const plan = await planOf(change)
  expect(plan).toContain(index)
  expect(plan).not.toContain('Seq Scan on products')
})

test('a product is found by its code, name and barcode, and an exact code comes first', async () => {
  expect(await codesOf({ search: 'ac-1234', size: 2 })).toEqual(['AC-1234', 'AC-12340'])
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

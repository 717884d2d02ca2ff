import { afterAll, beforeAll, expect, test } from 'vitest'
import { noRights } from '../../../shared/contract/rights.ts'
import { addAdministrator, asJson } from '../../../tests/support/people/administrators.ts'
import { createPull } from '../../../tests/support/people/field.ts'
import { addCategory, addProduct } from '../../../tests/support/people/products.ts'
import { riley } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'

let app: TestApp
let admin: Visitor
beforeAll(async () => {
  app = await startTestApp()
  admin = (await addAdministrator(app, { rights: { ...noRights, products: 'write' } })).visitor
})
afterAll(() => app.stop())

const post = async (path: string, body: object) => asJson(await admin.postJson(`/api/categories${path}`, body))
const query = async (text: string, values: unknown[] = []) => (await app.database.pool.query(text, values)).rows
const pathsIn = async (top: string) =>
  asJson(await admin.get('/api/categories'))
    .body.categories.map(({ path }: { path: string }) => path)
    .filter((path: string) => path.startsWith(top))
const put = (productId: string, categoryId: string) =>
  query('update products set category_id = $2 where id = $1', [productId, categoryId])

test('a category is added as the last one of its parent, once', async () => {
  const top = await addCategory(app, 'Tools')
  expect((await post('', { name: 'Saws', parentId: top })).body.text).toBe('Tools > Saws is added.')
  await post('', { name: 'Drills', parentId: top })
  expect(await pathsIn('Tools')).toEqual(['Tools', 'Tools > Saws', 'Tools > Drills'])
  const again = await post('', { name: 'SAWS', parentId: top })
  expect([again.status, again.body.problem.kind]).toEqual([409, 'category-taken'])
  expect((await post('', { name: 'A > B', parentId: top })).status).toBe(400)
})

test('a category moves and is renamed with all below it, and the app downloads its products with the new path', async () => {
  const garden = await addCategory(app, 'Garden')
  const seeds = await addCategory(app, 'Seeds', garden)
  const herbs = await addCategory(app, 'Herbs', seeds)
  await addCategory(app, 'Beds', garden)
  const product = await addProduct(app, 'BASIL')
  await put(product, herbs)
  const pull = createPull(app)
  const rep = await app.accountId(riley)
  const { cursor } = await pull(rep, 'products')
  expect((await post(`/${seeds}/move`, { parentId: null, beforeId: garden })).body.text).toBe('Seeds is moved.')
  expect((await post(`/${seeds}`, { name: 'Seed bags' })).status).toBe(200)
  expect(await pathsIn('Seed')).toEqual(['Seed bags', 'Seed bags > Herbs'])
  expect((await pull(rep, 'products', cursor)).rows).toMatchObject([{ code: 'BASIL', category: 'Seed bags > Herbs' }])
  expect((await post(`/${garden}/move`, { parentId: herbs, beforeId: null })).body.problem.kind).toBe(
    'category-too-deep',
  )
  expect((await post(`/${seeds}/move`, { parentId: herbs, beforeId: null })).body.problem.kind).toBe(
    'category-into-itself',
  )
})

test('a category is deleted if it is empty, or after its products were moved, and never with others below it', async () => {
  const top = await addCategory(app, 'Paper')
  const below = await addCategory(app, 'Cards', top)
  const product = await addProduct(app, 'CARD')
  await put(product, below)
  const remove = (id: string, products: string) => post(`/${id}/remove`, { products })
  expect((await remove(top, 'to-no-category')).body.problem.kind).toBe('category-has-parts')
  expect((await remove(below, 'none')).body.problem.kind).toBe('category-in-use')
  expect((await remove(below, 'to-parent')).body.text).toBe('Paper > Cards is deleted. 1 product was moved.')
  expect(await query('select category_id from products where id = $1', [product])).toEqual([{ category_id: top }])
  expect((await remove(top, 'to-no-category')).status).toBe(200)
  expect((await remove(top, 'none')).status).toBe(404)
  expect(
    await query(`select action, details from audit_events where details ->> 'category' like 'Paper%' order by at, id`),
  ).toEqual([
    { action: 'category-added', details: { category: 'Paper' } },
    { action: 'category-added', details: { category: 'Paper > Cards' } },
    { action: 'category-removed', details: { category: 'Paper > Cards', moved: 1 } },
    { action: 'category-removed', details: { category: 'Paper', moved: 1 } },
  ])
})

test('two moves at the same time leave one tree in which every place is different', async () => {
  const top = await addCategory(app, 'Race')
  const ids = await Promise.all(['A', 'B', 'C', 'D'].map(name => addCategory(app, name, top)))
  await Promise.all(ids.map(id => post(`/${id}/move`, { parentId: top, beforeId: ids[0] })))
  const places = await query('select place from categories where parent_id = $1', [top])
  expect(places.map(({ place }) => place).toSorted()).toEqual([1, 2, 3, 4])
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noRights } from '../../../shared/contract/rights.ts'
import { addAdministrator, asJson } from '../../../tests/support/people/administrators.ts'
import { addProduct } from '../../../tests/support/people/products.ts'
import { addRetailer } from '../../../tests/support/people/retailers.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'

let app: TestApp
let admin: Visitor
beforeAll(async () => {
  app = await startTestApp()
  admin = (await addAdministrator(app, { rights: { ...noRights, products: 'write' } })).visitor
})
afterAll(() => app.stop())

const get = async (path: string) => asJson(await admin.get(`/api${path}`))
const post = async (path: string, body: object = {}) => asJson(await admin.postJson(`/api${path}`, body))
const query = async (text: string, values: unknown[] = []) => (await app.database.pool.query(text, values)).rows
const always = { minimumQuantity: 1, validFrom: null, validUntil: null }
const addList = async (name: string): Promise<string> => (await post('/price-lists', { name })).body.id

describe('a price list', () => {
  test('is added and renamed under a name of its own, and found by a part of it', async () => {
    const id = await addList('Cafes north')
    expect((await post('/price-lists', { name: 'CAFES NORTH' })).body.problem.kind).toBe('price-list-taken')
    const other = await addList('Hotels')
    expect((await post(`/price-lists/${other}`, { name: 'cafes north' })).body.problem.kind).toBe('price-list-taken')
    expect((await post(`/price-lists/${id}`, { name: 'Cafes south' })).body.text).toBe(
      'The price list is now Cafes south.',
    )
    expect((await get('/price-lists?search=fes%20so')).body).toMatchObject({
      priceLists: [{ id, name: 'Cafes south', prices: 0, retailers: 0 }],
      total: 1,
    })
    expect((await post(`/price-lists/${randomUUID()}`, { name: 'Nothing' })).status).toBe(404)
  })

  test('has prices by product, quantity and first day, and the same three change the price that is there', async () => {
    const id = await addList('Bars')
    await addProduct(app, 'BAR-1')
    const set = (more: object) => post(`/price-lists/${id}/prices`, { code: 'BAR-1', ...always, ...more })
    expect((await set({ priceCents: 400 })).body.text).toBe('The price of BAR-1 is saved.')
    await set({ priceCents: 350, minimumQuantity: 10, validFrom: '2026-05-01', validUntil: '2026-05-31' })
    await set({ priceCents: 390 })
    const { prices } = (await get(`/price-lists/${id}/prices?search=bar-1`)).body
    expect(prices).toMatchObject([
      { code: 'BAR-1', minimumQuantity: 1, validFrom: null, priceCents: 390 },
      { minimumQuantity: 10, validFrom: '2026-05-01', validUntil: '2026-05-31', priceCents: 350 },
    ])
    expect((await set({ code: 'NONE', priceCents: 1 })).body.problem).toMatchObject({
      status: 422,
      text: 'There is no product with the code NONE.',
    })
    const ended = { priceCents: 1, validFrom: '2026-05-02', validUntil: '2026-05-01' }
    expect((await set(ended)).body.problem.text).toContain('end before it begins')
    expect((await post(`/price-lists/${id}/prices/${prices[0].id}/remove`)).status).toBe(200)
    expect((await post(`/price-lists/${id}/prices/${prices[0].id}/remove`)).status).toBe(404)
    expect((await get(`/price-lists/${id}/prices`)).body.total).toBe(1)
  })

  test('is deleted with its prices, but not while a retailer uses it', async () => {
    const id = await addList('Schools')
    await addProduct(app, 'SCHOOL-1')
    await post(`/price-lists/${id}/prices`, { code: 'SCHOOL-1', ...always, priceCents: 100 })
    const retailer = await addRetailer(app, 'Hill School')
    await query('update retailers set price_list_id = $2 where id = $1', [retailer, id])
    expect((await get(`/price-lists/${id}`)).body).toMatchObject({
      prices: 1,
      retailers: 1,
      users: [{ id: retailer, name: 'Hill School' }],
    })
    expect((await post(`/price-lists/${id}/remove`)).body.problem.kind).toBe('price-list-in-use')
    await query('update retailers set price_list_id = null where id = $1', [retailer])
    expect((await post(`/price-lists/${id}/remove`)).body.text).toBe('Schools is deleted.')
    expect((await get(`/price-lists/${id}`)).status).toBe(404)
    const actions = await query(
      `select action from audit_events where details ->> 'priceList' = 'Schools' order by at, id`,
    )
    expect(actions.map(({ action }) => action)).toEqual(['price-list-added', 'price-changed', 'price-list-removed'])
  })
})

describe("a retailer's prices", () => {
  test('are its own: another retailer neither shows nor removes them', async () => {
    const [one, other] = [await addRetailer(app), await addRetailer(app)]
    await addProduct(app, 'OWN-1')
    await post(`/retailers/${one}/prices`, { code: 'OWN-1', ...always, priceCents: 250 })
    const { prices } = (await get(`/retailers/${one}/prices`)).body
    expect(prices).toMatchObject([{ code: 'OWN-1', priceCents: 250 }])
    expect((await get(`/retailers/${other}/prices`)).body).toMatchObject({ prices: [], total: 0 })
    expect((await post(`/retailers/${other}/prices/${prices[0].id}/remove`)).status).toBe(404)
    expect((await get(`/retailers/${one}/prices`)).body.total).toBe(1)
    expect((await post(`/retailers/${randomUUID()}/prices`, { code: 'OWN-1', ...always, priceCents: 1 })).status).toBe(
      404,
    )
  })

  test('are checked by the rule of the app: own price, then price list, then base price, each with its source', async () => {
    const retailer = await addRetailer(app)
    const list = await addList('Check list')
    await query('update retailers set price_list_id = $2 where id = $1', [retailer, list])
    const product = await addProduct(app, 'CHECK-1')
    const check = async (more = '') => (await get(`/retailers/${retailer}/price-check?code=CHECK-1${more}`)).body
    expect(await check()).toMatchObject({ priceCents: 420, source: 'base', priceList: 'Check list', currency: 'GBP' })
    await post(`/price-lists/${list}/prices`, { code: 'CHECK-1', ...always, minimumQuantity: 10, priceCents: 380 })
    expect(await check('&quantity=9')).toMatchObject({ priceCents: 420, source: 'base' })
    expect(await check('&quantity=10')).toMatchObject({
      priceCents: 380,
      source: 'list',
      minimumQuantity: 10,
      breaks: [
        { minimumQuantity: 1, priceCents: 420 },
        { minimumQuantity: 10, priceCents: 380 },
      ],
    })
    const own = { ...always, code: 'CHECK-1', priceCents: 300, validFrom: '2030-01-01', validUntil: '2030-01-31' }
    await post(`/retailers/${retailer}/prices`, own)
    expect(await check('&quantity=10&day=2030-01-31')).toMatchObject({ priceCents: 300, source: 'retailer' })
    expect(await check('&quantity=10&day=2030-02-01')).toMatchObject({ priceCents: 380, source: 'list' })
    await query('update products set is_active = false where id = $1', [product])
    expect((await check()).problem.kind).toBe('product-not-sold')
  })
})

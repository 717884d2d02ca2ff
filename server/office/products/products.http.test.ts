import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noRights } from '../../../shared/contract/rights.ts'
import { addAdministrator, asJson } from '../../../tests/support/people/administrators.ts'
import { createPull } from '../../../tests/support/people/field.ts'
import { makePng } from '../../../tests/support/people/png.ts'
import { addProduct } from '../../../tests/support/people/products.ts'
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

const read = async (path: string) => asJson(await admin.get(`/api${path}`)).body
const post = async (path: string, body: object = {}) => asJson(await admin.postJson(`/api${path}`, body))
const auditOf = async (code: string) =>
  (
    await app.database.pool.query(
      `select action, actor, details from audit_events where details ->> 'product' = $1 order by at, id`,
      [code],
    )
  ).rows
const biscuits = { name: 'Oat biscuits', priceCents: 199, category: 'Snacks > Biscuits', unit: 'packet', packSize: 24 }

describe('a product', () => {
  test('is added once, listed, and read with everything that an administrator edits', async () => {
    const { body } = await post('/products', { code: 'OAT-1', ...biscuits })
    expect(body).toMatchObject({ kind: 'added', text: 'OAT-1 is added.' })
    expect((await post('/products', { code: 'OAT-1', ...biscuits })).body.problem.kind).toBe('code-taken')
    expect(await read('/products?search=oat-1')).toMatchObject({
      products: [{ id: body.id, category: 'Snacks > Biscuits', priceCents: 199, status: 'active', picture: null }],
      total: 1,
    })
    expect(await read(`/products/${body.id}`)).toMatchObject({ code: 'OAT-1', ...biscuits, taxClass: 'standard' })
    expect(await auditOf('OAT-1')).toMatchObject([{ action: 'product-added', actor: 'administrator' }])
  })

  test('is changed only from the version that was read, and says which fields changed', async () => {
    const id = await addProduct(app, 'VERSION')
    const { version, name } = await read(`/products/${id}`)
    const change = (price: number, from: string) => post(`/products/${id}`, { name, priceCents: price, version: from })
    expect((await change(500, version)).body).toEqual({ kind: 'changed', text: 'VERSION is saved.' })
    const late = await change(600, version)
    expect([late.status, late.body.problem.kind]).toEqual([409, 'product-changed'])
    const now = await read(`/products/${id}`)
    expect(now.priceCents).toBe(500)
    expect((await change(600, now.version)).status).toBe(200)
    expect((await auditOf('VERSION')).map(({ details }) => details.fields)).toEqual(['price_cents', 'price_cents'])
    expect((await post(`/products/${randomUUID()}`, { name, priceCents: 1, version })).status).toBe(404)
  })

  test('that changed in its pictures or its activity alone can still be saved', async () => {
    const id = await addProduct(app, 'PICTURE-MEANWHILE')
    const { version, name } = await read(`/products/${id}`)
    await admin.postFile(`/api/products/${id}/pictures`, makePng(20, 20), 'image/png')
    await post(`/products/${id}/deactivate`)
    expect((await post(`/products/${id}`, { name, priceCents: 7, version })).status).toBe(200)
  })

  test('with a wrong tax class or category is refused in words', async () => {
    const wrong = { code: 'WRONG', name: 'Wrong', priceCents: 1 }
    const refused = async (more: object) => (await post('/products', { ...wrong, ...more })).body.problem
    expect(await refused({ taxClass: 'luxury' })).toMatchObject({ status: 422, text: 'There is no tax class luxury.' })
    expect((await refused({ category: 'a > b > c > d' })).text).toContain('one to three names')
    expect(await auditOf('WRONG')).toEqual([])
  })

  test('is no longer downloaded once it is deactivated, and downloaded again once it is sold again', async () => {
    const id = await addProduct(app, 'SOLD')
    const pull = createPull(app)
    const rep = await app.accountId(riley)
    const { cursor } = await pull(rep, 'products')
    expect((await post(`/products/${id}/deactivate`)).body.text).toBe('SOLD is no longer sold.')
    const gone = await pull(rep, 'products', cursor)
    expect([gone.rows, gone.removed]).toEqual([[], [id]])
    await post(`/products/${id}/deactivate`)
    expect((await read('/products?search=sold&status=inactive')).total).toBe(1)
    await post(`/products/${id}/reactivate`)
    expect((await pull(rep, 'products', gone.cursor)).rows).toMatchObject([{ id }])
    expect((await auditOf('SOLD')).map(({ action }) => action)).toEqual(['product-deactivated', 'product-reactivated'])
  })
})

describe('the pictures of a product', () => {
  test('are added, described, put in order and removed, and the first one is shown in the list', async () => {
    const id = await addProduct(app, 'GALLERY')
    for (const width of [30, 31, 32]) {
      await admin.postFile(`/api/products/${id}/pictures`, makePng(width, 30), 'image/png')
    }
    const [one, two, three] = (await read(`/products/${id}`)).pictures
    expect((await post(`/products/${id}/pictures/${two.id}`, { alt: 'The open box' })).status).toBe(200)
    await post(`/products/${id}/pictures/order`, { ids: [two.id, three.id, one.id] })
    await post(`/products/${id}/pictures/${three.id}/remove`)
    const { pictures } = await read(`/products/${id}`)
    expect(pictures).toEqual([
      { id: two.id, hash: two.hash, alt: 'The open box' },
      { id: one.id, hash: one.hash, alt: '' },
    ])
    expect((await read('/products?search=gallery')).products[0].picture).toBe(two.hash)
    expect((await post(`/products/${id}/pictures/order`, { ids: [two.id] })).body.problem.kind).toBe('pictures-changed')
    expect((await post(`/products/${id}/pictures/${three.id}/remove`)).status).toBe(404)
    expect((await read('/products?without=picture&search=gallery')).total).toBe(0)
  })
})

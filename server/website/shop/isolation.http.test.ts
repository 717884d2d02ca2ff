import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addProduct } from '../../../tests/support/people/products.ts'
import { addShopper, type Shopper } from '../../../tests/support/people/shop.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Answer } from '../../../tests/support/servers/visitor.ts'

let app: TestApp
let ours: Shopper
let theirs: Shopper
let theirOrder: string
let product: string

/** Words that only the other retailer may see: its name, its price, its order's number, note and own number. */
let secrets: string[]

beforeAll(async () => {
  app = await startTestApp()
  ours = await addShopper(app, { name: 'Ours & Co' })
  theirs = await addShopper(app, { name: 'Theirs Unlimited' })
  product = await addProduct(app, 'SHARED-1')
  await query('insert into prices (retailer_id, product_id, price_cents) values ($1, $2, 31337)', [
    theirs.retailerId,
    product,
  ])
  await theirs.visitor.post('/shop/basket/lines', { product, quantity: '3' })
  await theirs.visitor.post('/shop/basket', { note: 'their secret note', purchaseOrder: 'THEIR-PO' })
  await place(theirs)
  const { rows } = await query('select id, number from orders where retailer_id = $1', [theirs.retailerId])
  theirOrder = rows[0].id
  await theirs.visitor.post('/shop/basket/lines', { product, quantity: '4' })
  await theirs.visitor.post('/shop/basket', { note: 'their secret note', purchaseOrder: 'THEIR-PO' })
  secrets = ['Theirs Unlimited', '313.37', rows[0].number, 'their secret note', 'THEIR-PO']
})
afterAll(() => app.stop())

const query = (text: string, values: unknown[] = []) => app.database.pool.query(text, values)

async function formOf({ visitor }: Shopper) {
  const { html } = await visitor.get('/shop/basket/check')
  const valueIn = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
  return { key: valueIn('key'), seen: valueIn('seen') }
}
const place = async (shopper: Shopper) => shopper.visitor.post('/shop/basket/place', await formOf(shopper))

/** The key of the other basket. The page repeats the prices that a form brings, so the form brings none of theirs. */
const foreignForm = async () => {
  const form = await formOf(theirs)
  return { ...form, seen: form.seen.replace('.31337', '.1') }
}

type Try = { path: string; fields?: Record<string, string>; status: number }

/** Every route of the website, with each id that belongs to the other retailer. */
const tries = async (): Promise<Record<string, Try>> => ({
  'GET /shop': { path: '/shop', status: 200 },
  'GET /shop/products': { path: '/shop/products?q=SHARED', status: 200 },
  'GET /shop/products/:id': { path: `/shop/products/${product}`, status: 200 },
  'GET /shop/pictures/:hash/:size': { path: `/shop/pictures/${'0'.repeat(32)}/small`, status: 404 },
  'GET /shop/basket': { path: '/shop/basket', status: 200 },
  'POST /shop/basket': {
    path: '/shop/basket',
    fields: { [`quantity-${product}`]: '99', remove: product },
    status: 303,
  },
  'POST /shop/basket/lines': { path: '/shop/basket/lines', fields: { product, quantity: '1' }, status: 303 },
  'GET /shop/basket/check': { path: '/shop/basket/check', status: 200 },
  'POST /shop/basket/place': { path: '/shop/basket/place', fields: await foreignForm(), status: 409 },
  'GET /shop/orders': { path: `/shop/orders?before=${theirOrder}`, status: 200 },
  'GET /shop/orders/:id': { path: `/shop/orders/${theirOrder}`, status: 404 },
  'GET /shop/orders/:id/received': { path: `/shop/orders/${theirOrder}/received`, status: 404 },
  'GET /shop/orders/:id/pdf': { path: `/shop/orders/${theirOrder}/pdf`, status: 404 },
  'POST /shop/orders/:id/again': { path: `/shop/orders/${theirOrder}/again`, status: 404 },
  'GET /shop/quick-order': { path: '/shop/quick-order', status: 200 },
  'POST /shop/quick-order': { path: '/shop/quick-order', fields: { pasted: 'SHARED-1\t1' }, status: 303 },
  'POST /shop/quick-order/file': { path: '/shop/quick-order/file', status: 422 },
})

const send = (name: string, { path, fields }: Try): Promise<Answer> => {
  if (name.endsWith('/file')) return ours.visitor.postFile(path, 'x', 'multipart/form-data; boundary=x')
  return name.startsWith('GET') ? ours.visitor.get(path) : ours.visitor.post(path, fields)
}

describe('two retailers', () => {
  it('see nothing of each other on any route, and change nothing of each other', async () => {
    const before = await stateOf(theirs)
    for (const [name, one] of Object.entries(await tries())) {
      const answer = await send(name, one)
      expect([name, answer.status]).toEqual([name, one.status])
      expect([name, secrets.filter(secret => answer.html.includes(secret))]).toEqual([name, []])
    }
    expect(await stateOf(theirs)).toEqual(before)
  })

  it('are tried on every route that the website has', async () => {
    const texts = readdirSync(import.meta.dirname)
      .filter(file => file.endsWith('.routes.ts'))
      .map(file => readFileSync(`${import.meta.dirname}/${file}`, 'utf8'))
    const found = texts.flatMap(text =>
      [...text.matchAll(/\.(get|post)\(\s*'(\/shop[^']*)'/g)].map(
        ([, method = '', path]) => `${method.toUpperCase()} ${path}`,
      ),
    )
    expect(found.toSorted()).toEqual(Object.keys(await tries()).toSorted())
  })

  it('share the orders of one retailer between its contacts, and no basket', async () => {
    const colleague = await addShopper(app, { retailerId: theirs.retailerId })
    const { html } = await colleague.visitor.get('/shop/orders')
    expect(html).toContain(secrets[2])
    expect((await colleague.visitor.get(`/shop/orders/${theirOrder}/pdf`)).headers['content-type']).toBe(
      'application/pdf',
    )
    expect((await colleague.visitor.get(`/shop/orders/${theirOrder}/received`)).location).toBe(
      `/shop/orders/${theirOrder}`,
    )
    expect((await colleague.visitor.get('/shop/basket')).html).toContain('Your basket is empty')
    const foreign = await colleague.visitor.post('/shop/basket/place', await formOf(theirs))
    expect(foreign.status).toBe(303)
    expect(foreign.location).toBe('/shop/basket')
  })
})

async function stateOf({ id, retailerId }: Shopper) {
  const lines = await query('select product_id, quantity, seen_cents from basket_lines where contact_id = $1', [id])
  const basket = await query('select * from baskets where contact_id = $1', [id])
  const orders = await query('select * from orders where retailer_id = $1', [retailerId])
  return [lines.rows, basket.rows, orders.rows]
}

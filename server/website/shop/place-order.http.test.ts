import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPull } from '../../../tests/support/people/field.ts'
import { addProduct } from '../../../tests/support/people/products.ts'
import { riley } from '../../../tests/support/people/reset-steps-http.ts'
import { addShopper, moveToNewTerritory, type Shopper } from '../../../tests/support/people/shop.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Answer } from '../../../tests/support/servers/visitor.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

const query = (text: string, values: unknown[] = []) => app.database.pool.query(text, values)
const ordersOf = async ({ retailerId }: Pick<Shopper, 'retailerId'>) =>
  (await query('select * from orders where retailer_id = $1 order by number', [retailerId])).rows

const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
const formOf = ({ html }: Answer) => ({ key: hidden(html, 'key'), seen: hidden(html, 'seen') })

async function withBasket(quantity = '2') {
  const shopper = await addShopper(app)
  const product = await addProduct(app)
  const put = () => shopper.visitor.post('/shop/basket/lines', { product, quantity })
  await put()
  const form = formOf(await shopper.visitor.get('/shop/basket/check'))
  const place = (fields = form) => shopper.visitor.post('/shop/basket/place', fields)
  return { shopper, product, put, form, place }
}

describe('placing an order', () => {
  it('makes one order with the facts of the basket, and empties the basket', async () => {
    const { shopper, product, place } = await withBasket()
    const facts = { purchaseOrder: 'PO-4711', note: 'Ramp at the back.', requestedDay: '' }
    await shopper.visitor.post('/shop/basket', facts)
    const placed = await place(formOf(await shopper.visitor.get('/shop/basket/check')))
    const [order, ...others] = await ordersOf(shopper)
    expect(others).toEqual([])
    expect(placed.location).toBe(`/shop/orders/${order.id}/received`)
    expect(order).toMatchObject({ source: 'website', status: 'received', account_id: shopper.id, total_cents: '840' })
    expect(order).toMatchObject({ purchase_order: 'PO-4711', note: 'Ramp at the back.' })
    const page = await shopper.visitor.get(placed.location ?? '')
    expect(page.heading).toBe('Order received')
    expect(page.html).toContain(order.number)
    expect((await shopper.visitor.get('/shop/basket')).html).toContain('Your basket is empty')
    expect((await query('select product_id from order_lines where order_id = $1', [order.id])).rows).toEqual([
      { product_id: product },
    ])
  })

  it('makes one order of each of 200 forms that arrive twice', async () => {
    const orderOften = async ({ shopper, put, place }: Awaited<ReturnType<typeof withBasket>>) => {
      for (let round = 0; round < 50; round += 1) {
        if (round > 0) await put()
        const form = formOf(await shopper.visitor.get('/shop/basket/check'))
        const places = (await Promise.all([place(form), place(form)])).map(({ location }) => location)
        expect(places).toEqual(Array.from({ length: 2 }, () => `/shop/orders/${form.key}/received`))
      }
      return ordersOf(shopper)
    }
    const buyers = await Promise.all(Array.from({ length: 4 }, () => withBasket()))
    const orders = await Promise.all(buyers.map(orderOften))
    expect(orders.map(({ length }) => length)).toEqual([50, 50, 50, 50])
  }, 180_000)

  it('answers a repeated form, a second tab and the back button with the order that is there', async () => {
    const { shopper, form, put, place } = await withBasket()
    const first = await place()
    await put()
    expect((await place()).location).toBe(first.location)
    expect((await place({ ...form, seen: 'anything' })).location).toBe(first.location)
    expect(await ordersOf(shopper)).toHaveLength(1)
  })

  it('orders nothing at a price that changed since, and shows the change', async () => {
    const { shopper, product, place } = await withBasket()
    await query('update products set price_cents = 500 where id = $1', [product])
    const refused = await place()
    expect(refused.status).toBe(409)
    expect(refused.html).toContain('£5.00, before £4.20')
    expect(await ordersOf(shopper)).toEqual([])
    expect((await place(formOf(refused))).status).toBe(303)
    expect((await ordersOf(shopper))[0].total_cents).toBe('1000')
  })

  it('trusts no price of the form', async () => {
    const { shopper, form, place } = await withBasket()
    expect((await place({ ...form, seen: form.seen.replace('.420', '.1') })).status).toBe(409)
    expect(await ordersOf(shopper)).toEqual([])
  })

  it('orders nothing if another device changed the basket, or a product is gone', async () => {
    const { shopper, product, put, form, place } = await withBasket()
    await put()
    expect((await place(form)).status).toBe(409)
    const fresh = formOf(await shopper.visitor.get('/shop/basket/check'))
    await shopper.visitor.post('/shop/basket', { note: 'Another note' })
    expect((await place(fresh)).status).toBe(409)
    const last = formOf(await shopper.visitor.get('/shop/basket/check'))
    await query('update products set is_active = false where id = $1', [product])
    expect((await place(last)).status).toBe(409)
    expect(await ordersOf(shopper)).toEqual([])
  })

  it('orders nothing for a closed retailer or a contact whose access was withdrawn meanwhile', async () => {
    const { shopper, place } = await withBasket()
    await query('update retailers set is_active = false where id = $1', [shopper.retailerId])
    expect((await place()).status).toBe(403)
    await query('update retailers set is_active = true where id = $1', [shopper.retailerId])
    const authority = { actor: 'command-line' } as const
    await app.actions.withdrawAccess({ accountId: shopper.id, authority })
    expect((await place()).location).toBe('/sign-in')
    expect(await app.actions.shop.placeOrder({ contactId: shopper.id, key: shopper.id, seen: '' })).toEqual({
      kind: 'not-admitted',
    })
    expect(await ordersOf(shopper)).toEqual([])
  })

  it('holds the order of a retailer whose credit is on hold', async () => {
    const { shopper, place } = await withBasket()
    await query(`update retailers set credit_status = 'hold' where id = $1`, [shopper.retailerId])
    await place()
    expect((await ordersOf(shopper))[0].status).toBe('on-hold')
  })
})

describe('a placed order', () => {
  it('reaches the app of the rep, the feed of the ERP, the office and the mailbox', async () => {
    const { shopper, place } = await withBasket()
    const repId = await app.accountId(riley)
    const territoryId = await moveToNewTerritory(app, shopper.retailerId)
    await query('insert into user_territories (account_id, territory_id) values ($1, $2)', [repId, territoryId])
    await query('update users set receives_system_messages = true where account_id = $1', [repId])
    await place()
    const [order] = await ordersOf(shopper)
    const pulled = (await createPull(app)(repId, 'orders')).rows.find(({ id }) => id === order.id)
    expect(pulled).toMatchObject({ number: order.number, source: 'website', by: 'Faye Fern' })
    expect((await app.actions.readOrder(order.id))?.by.name).toBe('Faye Fern')
    const { email } = (await query('select email from contacts where account_id = $1', [shopper.id])).rows[0]
    const sent = await app.smtp.nextMail({ to: email })
    expect(sent.text).toContain(`${app.url}/shop/orders/${order.id}`)
    expect(sent.html).toContain(`${app.url}/shop/orders/${order.id}`)
    expect((await app.smtp.nextMail({ to: riley })).subject).toContain(order.number)
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addProduct } from '../../../tests/support/people/products.ts'
import { riley } from '../../../tests/support/people/reset-steps-http.ts'
import { addShopper, type Shopper } from '../../../tests/support/people/shop.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { insertOrders } from '../../trade/orders/orders.store.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

const query = (text: string, values: unknown[] = []) => app.database.pool.query(text, values)
let orders = 0

type Line = [product: string, quantity: number]

/** An order that a rep captured this many days ago. */
async function addOrder({ retailerId }: Shopper, lines: readonly Line[], { daysAgo = 1, status = 'received' } = {}) {
  orders += 1
  const at = new Date(app.clock.now().getTime() - daysAgo * 86_400_000)
  const order = {
    id: randomUUID(),
    number: `O9${String(orders).padStart(5, '0')}`,
    kind: 'order' as const,
    status: status as 'received',
    retailerId,
    accountId: await app.accountId(riley),
    capturedAt: at,
    receivedAt: at,
    note: '',
    lines: lines.map(([productId, quantity]) => ({ productId, quantity, priceCents: 400 })),
  }
  await app.database.db.transaction().execute(tx => insertOrders(tx, [order]))
  return order
}

const basketOf = async ({ id }: Shopper) =>
  (await query('select product_id, quantity from basket_lines where contact_id = $1 order by id', [id])).rows.map(
    ({ product_id, quantity }) => [product_id, quantity],
  )

describe('orders on the website', () => {
  it('lists those of reps too, with their status, newest first and in pages', async () => {
    const shopper = await addShopper(app)
    const product = await addProduct(app)
    for (let day = 30; day > 0; day -= 1)
      await addOrder(shopper, [[product, day]], { daysAgo: day, status: day === 1 ? 'shipped' : 'received' })
    const first = await shopper.visitor.get('/shop/orders')
    const numbers = [...first.html.matchAll(/Order (O9\d+)/g)].map(([, number = '']) => number)
    expect(numbers).toHaveLength(25)
    expect(numbers).toEqual(numbers.toSorted().toReversed())
    expect(first.html).toContain('Shipped')
    expect(first.html).toContain('rep: Riley Rep')
    const older = /href="(\/shop\/orders\?before=[^"]+)"/.exec(first.html)?.[1] ?? ''
    expect([...(await shopper.visitor.get(older)).html.matchAll(/Order (O9\d+)/g)]).toHaveLength(5)
  })

  it('shows an order with its lines, and its status after the office changed it', async () => {
    const shopper = await addShopper(app)
    const order = await addOrder(shopper, [[await addProduct(app), 3]])
    await query(`update orders set status = 'confirmed' where id = $1`, [order.id])
    const page = await shopper.visitor.get(`/shop/orders/${order.id}`)
    expect(page.heading).toBe(`Order ${order.number}`)
    expect(page.html).toContain('Confirmed')
    expect(page.html).toContain('£12.00')
    expect((await shopper.visitor.get(`/shop/orders/${order.id}/pdf`)).html).toMatch(/^%PDF/)
  })
})

describe('ordering again', () => {
  it('fills the basket at the prices of today, keeps the larger quantity, and orders nothing twice', async () => {
    const shopper = await addShopper(app)
    const [first, second, gone] = [await addProduct(app), await addProduct(app), await addProduct(app)]
    const order = await addOrder(shopper, [
      [first, 2],
      [second, 5],
      [first, 1],
      [gone, 1],
    ])
    await query('update products set is_active = false where id = $1', [gone])
    await shopper.visitor.post('/shop/basket/lines', { product: second, quantity: '9' })
    for (const _ of [1, 2])
      expect((await shopper.visitor.post(`/shop/orders/${order.id}/again`)).location).toBe('/shop/basket')
    expect(await basketOf(shopper)).toEqual([
      [second, 9],
      [first, 3],
    ])
    const { html } = await shopper.visitor.get('/shop/basket')
    expect(html).toContain(`2 of 3 products of order ${order.number} are in your basket: 1 is no longer sold`)
    expect(html).toContain('£12.60')
  })
})

describe('the home page', () => {
  it('offers the last order, open orders, and what the retailer usually buys with the last quantity', async () => {
    const shopper = await addShopper(app)
    const [often, once, old, cancelled] = [
      await addProduct(app),
      await addProduct(app),
      await addProduct(app),
      await addProduct(app),
    ]
    await addOrder(
      shopper,
      [
        [often, 2],
        [once, 1],
      ],
      { daysAgo: 40 },
    )
    await addOrder(shopper, [[old, 1]], { daysAgo: 400 })
    await addOrder(shopper, [[cancelled, 1]], { daysAgo: 1, status: 'cancelled' })
    const last = await addOrder(shopper, [[often, 7]], { daysAgo: 2 })
    const { html } = await shopper.visitor.get('/shop')
    expect(html).toContain(`Order again<span class="visually-hidden"> ${last.number}`)
    const shown = [...html.matchAll(/<li class="product" id="p-([^"]+)"/g)].map(([, id]) => id)
    expect(shown).toEqual([often, once])
    expect(html).toContain('In 2 orders, last time 7')
    expect(html).toMatch(new RegExp(`id="quantity-${often}"[^>]*value="7"`))
  })

  it('says what to do to a retailer that never ordered', async () => {
    const { visitor } = await addShopper(app)
    expect((await visitor.get('/shop')).html).toContain('ordered yet')
  })
})

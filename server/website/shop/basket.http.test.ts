import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addProduct } from '../../../tests/support/people/products.ts'
import { addShopper, type Shopper, signInToShop } from '../../../tests/support/people/shop.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

const query = (text: string, values: unknown[] = []) => app.database.pool.query(text, values)
const linesOf = async ({ id }: Pick<Shopper, 'id'>) =>
  (await query('select product_id, quantity from basket_lines where contact_id = $1 order by id', [id])).rows.map(
    ({ product_id, quantity }) => [product_id, quantity],
  )
const add = (visitor: Visitor, product: string, quantity: string) =>
  visitor.post('/shop/basket/lines', { product, quantity, from: '/shop/products?q=oat' })

describe('adding to the basket', () => {
  it('goes back to the list, and adds up', async () => {
    const shopper = await addShopper(app)
    const product = await addProduct(app)
    expect((await add(shopper.visitor, product, '2')).location).toBe(`/shop/products?q=oat#p-${product}`)
    await add(shopper.visitor, product, ' 3 ')
    expect(await linesOf(shopper)).toEqual([[product, 5]])
    const from = 'https://evil.example/shop'
    const answer = await shopper.visitor.post('/shop/basket/lines', { product, quantity: '1', from })
    expect(answer.location).toBe(`/shop/products#p-${product}`)
  })

  it('refuses what is no whole number in plain digits, says why, and shows it again', async () => {
    const shopper = await addShopper(app)
    const product = await addProduct(app)
    for (const [typed, words] of [
      ['0', 'Enter a quantity of 1 or more.'],
      ['-1', 'Enter a quantity of 1 or more.'],
      ['1e9', 'Enter the quantity in plain digits, such as 12.'],
      ['1000000000', 'Order at most 100,000 of a product.'],
      ['2.5', 'Enter a whole number'],
      ['2,5', 'Enter a whole number'],
      ['５', 'Enter the quantity in plain digits, such as 12.'],
      ['', 'Enter a quantity.'],
    ] as const) {
      const answer = await add(shopper.visitor, product, typed)
      expect([typed, answer.status]).toEqual([typed, 422])
      expect(answer.html).toContain(words)
      expect(answer.html).toContain(typed === '' ? 'value maxlength' : `value="${typed}"`)
    }
    expect(await linesOf(shopper)).toEqual([])
  })

  it('keeps every one of 20 concurrent additions', async () => {
    const shopper = await addShopper(app)
    const product = await addProduct(app)
    await Promise.all(Array.from({ length: 20 }, () => add(shopper.visitor, product, '1')))
    expect(await linesOf(shopper)).toEqual([[product, 20]])
  })

  it('has at most 500 products and 100,000 of each', async () => {
    const shopper = await addShopper(app)
    const product = await addProduct(app)
    await add(shopper.visitor, product, '100000')
    expect((await add(shopper.visitor, product, '1')).status).toBe(422)
    await query(
      `with made as (insert into products (code, name, unit, price_cents)
         select 'MANY-' || n, 'Many ' || n, 'each', 1 from generate_series(1, 499) n returning id)
       insert into basket_lines (contact_id, product_id, quantity, seen_cents) select $1, id, 1, 1 from made`,
      [shopper.id],
    )
    expect((await add(shopper.visitor, await addProduct(app), '1')).status).toBe(422)
    expect(await linesOf(shopper)).toHaveLength(500)
  })
})

describe('the basket', () => {
  it('is the same in every browser, and outlives a sign-out', async () => {
    const shopper = await addShopper(app)
    const product = await addProduct(app)
    await add(shopper.visitor, product, '7')
    await shopper.visitor.post('/shop/basket', {
      [`quantity-${product}`]: '7',
      purchaseOrder: 'PO-17',
      note: 'Ring the bell.',
    })
    await shopper.visitor.post('/account/sign-out')
    const phone = await signInToShop(app, shopper.username)
    const { html } = await phone.get('/shop/basket')
    expect(html).toContain(`Product P-`)
    expect(html).toMatch(/value="7"/)
    expect(html).toContain('value="PO-17"')
    expect(html).toContain('Ring the bell.')
  })

  it('changes and removes lines, and keeps all that was typed if something is wrong', async () => {
    const shopper = await addShopper(app)
    const [first, second] = [await addProduct(app), await addProduct(app)]
    await add(shopper.visitor, first, '1')
    await add(shopper.visitor, second, '1')
    const fields = {
      [`quantity-${first}`]: '4',
      [`quantity-${second}`]: 'six',
      requestedDay: '2020-01-01',
      note: 'Back door.',
    }
    const refused = await shopper.visitor.post('/shop/basket', fields)
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('2 things to correct')
    for (const text of ['value="six"', 'value="4"', 'value="2020-01-01"', 'Back door.', 'This day was already over'])
      expect(refused.html).toContain(text)
    expect(await linesOf(shopper)).toEqual([
      [first, 1],
      [second, 1],
    ])
    await shopper.visitor.post('/shop/basket', { [`quantity-${first}`]: '4', remove: second })
    expect(await linesOf(shopper)).toEqual([[first, 4]])
  })

  it('leaves out what another device removed meanwhile', async () => {
    const shopper = await addShopper(app)
    const product = await addProduct(app)
    await add(shopper.visitor, product, '1')
    await shopper.visitor.post('/shop/basket', { remove: product })
    const stale = await shopper.visitor.post('/shop/basket', { [`quantity-${product}`]: '9' })
    expect(stale.status).toBe(303)
    expect(await linesOf(shopper)).toEqual([])
  })

  it('computes prices when it is shown, and says what has changed since', async () => {
    const shopper = await addShopper(app)
    const product = await addProduct(app)
    await add(shopper.visitor, product, '2')
    expect((await shopper.visitor.get('/shop/basket')).html).not.toContain('changed since')
    await query('update products set price_cents = 450 where id = $1', [product])
    const { html } = await shopper.visitor.get('/shop/basket')
    expect(html).toContain('1 price has changed since you added them')
    expect(html).toContain('£4.50, before £4.20')
    expect(html).toContain('£9.00')
  })

  it('marks what is no longer sold, and orders it not', async () => {
    const shopper = await addShopper(app)
    const product = await addProduct(app)
    await add(shopper.visitor, product, '2')
    await query('update products set is_active = false where id = $1', [product])
    const basket = await shopper.visitor.get('/shop/basket')
    expect(basket.html).toContain('1 product is no longer sold')
    expect(basket.html).not.toContain('£4.20')
    expect((await shopper.visitor.get('/shop/basket/check')).html).not.toContain('Place order</button>')
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addPicture, addProduct } from '../../../tests/support/people/products.ts'
import { ava, riley } from '../../../tests/support/people/reset-steps-http.ts'
import { addRetailer } from '../../../tests/support/people/retailers.ts'
import { addShopper, signInToShop } from '../../../tests/support/people/shop.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

const query = (text: string, values: unknown[]) => app.database.pool.query(text, values)

describe('the door of the website', () => {
  it('leads to the sign-in, and from there back to the very page', async () => {
    const { username } = await addShopper(app)
    const visitor = app.visitor()
    const asked = await visitor.get('/shop/products?q=oat+drink&page=2')
    expect([asked.status, asked.location]).toEqual([303, '/sign-in'])
    const shopper = await signInToShop(app, username)
    for (const [name, value] of visitor.cookies) if (name.endsWith('start')) shopper.cookies.set(name, value)
    const fields = { username, password: 'seven quiet harbours 41' }
    expect((await shopper.post('/sign-in', fields)).location).toBe('/shop/products?q=oat+drink&page=2')
    expect((await shopper.post('/sign-in', fields)).location).toBe('/shop')
  })

  it('goes back to no address outside the website, whatever the cookie says', async () => {
    const { username } = await addShopper(app)
    for (const start of [
      '/shop/../admin',
      '/shopping',
      '//evil.example/shop',
      'https://evil.example/shop',
      '/shop?x=%0d%0a<',
    ]) {
      const visitor = app.visitor()
      visitor.cookies.set('__Host-fieldkey_start', encodeURIComponent(start))
      const answer = await visitor.post('/sign-in', { username, password: 'seven quiet harbours 41' })
      expect(answer.location, start).toBe('/shop')
    }
  })

  it('keeps robots and caches away, and loads nothing from elsewhere', async () => {
    const { visitor } = await addShopper(app)
    const { headers, html } = await visitor.get('/shop')
    expect(headers).toMatchObject({ 'x-robots-tag': 'noindex', 'cache-control': 'no-store' })
    expect(headers['content-security-policy']).toContain("script-src 'self'")
    expect(html).toContain('<meta name="robots" content="noindex"/>')
    expect([...html.matchAll(/(?:src|href)="([^"]*)"/g)].filter(([, url = '']) => !/^[/#]/.test(url))).toEqual([])
  })

  it('tells staff that the website is for customers', async () => {
    for (const username of [ava, riley]) {
      const visitor = app.visitor()
      await visitor.post('/sign-in', { username, password: app.passwordOf(username) })
      const answer = await visitor.get('/shop/basket')
      expect([answer.status, answer.heading]).toEqual([403, 'The website is for customers'])
    }
  })

  it('tells a contact without access whom to ask', async () => {
    const closed = await addShopper(app)
    await query('update retailers set is_active = false where id = $1', [closed.retailerId])
    const withdrawn = await addShopper(app)
    await query('update contacts set has_website_access = false where account_id = $1', [withdrawn.id])
    const { contact_line: line } = (await query('select contact_line from organisation', [])).rows[0]
    for (const { visitor } of [closed, withdrawn]) {
      const answer = await visitor.get('/shop/products')
      expect([answer.status, answer.heading]).toEqual([403, "You can't order here right now"])
      expect(answer.html).toContain(line)
    }
  })
})

describe('a contact who may look', () => {
  it('sees products, prices and orders, and can change and order nothing', async () => {
    const { id, visitor } = await addShopper(app)
    const product = await addProduct(app)
    await query('update contacts set may_order = false where account_id = $1', [id])
    const page = await visitor.get(`/shop/products/${product}`)
    expect(page.html).toContain('£4.20')
    expect(page.html).not.toContain('Add to basket')
    expect(page.html).not.toContain('Quick order')
    for (const [path, fields] of [
      ['/shop/basket/lines', { product, quantity: '1' }],
      ['/shop/basket', {}],
      ['/shop/basket/place', { key: product, seen: '' }],
      [`/shop/orders/${product}/again`, {}],
    ] as const)
      expect((await visitor.post(path, fields)).status, path).toBe(403)
    expect((await query('select 1 from basket_lines where contact_id = $1', [id])).rows).toEqual([])
  })
})

describe('products', () => {
  const named = async (name: string, more: { code?: string; barcode?: string } = {}) => {
    const id = await addProduct(app, more.code)
    await query('update products set name = $2, barcode = $3 where id = $1', [id, name, more.barcode ?? ''])
    return id
  }
  const idsIn = (html: string) => [...html.matchAll(/<li class="product" id="p-([^"]+)"/g)].map(([, id]) => id)

  it('finds words in any order, the exact code or barcode first, and forgives typing errors', async () => {
    const { visitor } = await addShopper(app)
    const [soda, syrup] = [
      await named('Zanzibar Soda Dry'),
      await named('Zanzibar Syrup', { code: 'ZZ-77', barcode: '5012345' }),
    ]
    const mixed = await named('Zanzibar ZZ-77 and 5012345')
    const find = async (words: string) =>
      idsIn((await visitor.get(`/shop/products?q=${encodeURIComponent(words)}`)).html)
    expect(await find('dry zanzi')).toEqual([soda])
    expect(await find('zz-77')).toEqual([syrup, mixed])
    expect(await find('5012345')).toEqual([syrup, mixed])
    expect(await find('zanzibra')).toEqual(expect.arrayContaining([soda, syrup]))
    expect(await find('50%')).toEqual([])
    expect((await visitor.get('/shop/products?q=zanzibra')).html).toContain('These are similar')
  })

  it('shows the prices of the own retailer, with breaks, and not those of another one', async () => {
    const [shopper, other] = [await addShopper(app), await addShopper(app)]
    const product = await addProduct(app)
    for (const [retailerId, from, cents] of [
      [shopper.retailerId, 1, 399],
      [shopper.retailerId, 10, 350],
      [other.retailerId, 1, 123],
    ])
      await query(
        'insert into prices (retailer_id, product_id, minimum_quantity, price_cents) values ($1, $2, $3, $4)',
        [retailerId, product, from, cents],
      )
    const { html } = await shopper.visitor.get(`/shop/products/${product}`)
    expect(html).toContain('£3.99')
    expect(html).toContain('10 or more: £3.50')
    expect(html).not.toContain('£1.23')
  })

  it('shows nothing of a product that the retailer may not buy', async () => {
    const { visitor } = await addShopper(app)
    const product = await named('Quaintly Gone')
    await query('update products set is_active = false where id = $1', [product])
    expect(idsIn((await visitor.get('/shop/products?q=quaintly')).html)).toEqual([])
    const page = await visitor.get(`/shop/products/${product}`)
    expect([page.status, page.heading]).toEqual([404, 'This product is no longer sold'])
    expect(page.html).not.toContain('£4.20')
    expect((await visitor.post('/shop/basket/lines', { product, quantity: '1' })).status).toBe(404)
  })

  it('shows pictures to contacts alone, for their browser to keep', async () => {
    const { visitor } = await addShopper(app)
    const code = `PIC-${(await addRetailer(app)).slice(-6)}`
    await addProduct(app, code)
    const hash = await addPicture(app, code)
    const answer = await visitor.get(`/shop/pictures/${hash}/small`)
    expect(answer.headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'private, max-age=31536000, immutable',
    })
    expect((await app.visitor().get(`/shop/pictures/${hash}/small`)).status).toBe(303)
    await query('update products set is_active = false where code = $1', [code])
    expect((await visitor.get(`/shop/pictures/${hash}/small`)).status).toBe(404)
  })
})

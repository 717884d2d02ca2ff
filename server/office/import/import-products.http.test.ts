import { afterAll, beforeAll, expect, test } from 'vitest'
import { noRights } from '../../../shared/contract/rights.ts'
import { addAdministrator, asJson, signedInAt } from '../../../tests/support/people/administrators.ts'
import { createImporter, csv } from '../../../tests/support/people/imports.ts'
import { ava } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'

let app: TestApp
let admin: Visitor
let products: ReturnType<typeof createImporter>
beforeAll(async () => {
  app = await startTestApp()
  admin = await signedInAt(app, ava, app.passwordOf(ava))
  products = createImporter(admin, 'products')
})
afterAll(() => app.stop())

const header = 'Product code,Product name,Category,Unit,Pack size,Barcode,Price,Tax class,Description,Active'
const findProduct = async (code: string) => {
  const { rows } = await app.database.pool.query(
    `select p.name, c.path, p.unit, p.pack_size, p.barcode, p.price_cents, p.is_active, p.description
     from products p left join categories c on c.id = p.category_id where p.code = $1`,
    [code],
  )
  return rows[0]
}
const texts = async (id: string, query = '') =>
  Object.fromEntries((await products.rows(id, query)).map(({ row, texts }) => [row, texts.join(' ')]))

test('products are added with the categories that they name, and changed by their code', async () => {
  const file = csv(
    header,
    'T1,Rye rolls,Bakery > Rolls,case,6,4001234567890,"1,234.50",,"Baked today,\nsold today",yes',
    'T2,Oat rolls,bakery > rolls,,,,"£ 2,05",standard,,no',
  )
  const checked = await products.uploadAndCheck(file)
  expect(checked.summary).toMatchObject({ add: 2, update: 0, refuse: 0 })
  expect(await findProduct('T1')).toBeUndefined()
  expect(await products.run(checked.id)).toMatchObject({ state: 'done', failure: null, summary: { add: 2 } })
  expect(await findProduct('T1')).toMatchObject({
    path: 'Bakery > Rolls',
    pack_size: 6,
    price_cents: 123_450,
    description: 'Baked today,\nsold today',
  })
  expect(await findProduct('T2')).toMatchObject({
    path: 'Bakery > Rolls',
    price_cents: 205,
    is_active: false,
    unit: 'each',
  })

  const again = await products.uploadAndCheck(csv('SKU,Title,Preis', 'T1,,"1,99"', 'T2,Oat rolls,"2,05"'))
  expect(again.summary).toMatchObject({ add: 0, update: 1, leave: 1 })
  await products.run(again.id)
  expect(await findProduct('T1')).toMatchObject({ name: 'Rye rolls', price_cents: 199, barcode: '4001234567890' })
  const { rows } = await app.database.pool.query(
    `select details from audit_events where action = 'import-run' and details->>'kind' = 'products' order by at`,
  )
  expect(rows.map(({ details }) => details.rows)).toEqual([2, 1])
})

test('each refused row names its column and the reason, and the good rows can be imported alone', async () => {
  const file = csv(
    header,
    'R1,Fine,,,,,4.80,,,',
    'R1,Twice,,,,,4.80,,,',
    ',No code,,,,,4.80,,,',
    'R3,Negative,,,,,-4.80,,,',
    'R4,Two readings,,,,,"1,234",,,',
    'R5,Deep,A > B > C > D,,,,1,,,',
    'R6,No tax,,,,,1,luxury,,',
    'R7,Bad code,,,,123,1,,,',
    '4.00123E+12,Shortened,,,,,1,,,',
    'R9,,,,,,,,,',
    'R10,Half a pack,,,0.5,,1,,,maybe',
    'R11,Dear,,,,,1000000.01,,,',
    'R12,More,,,,,1,,,,cells',
  )
  const checked = await products.uploadAndCheck(file)
  expect(checked.summary).toMatchObject({ add: 1, refuse: 12 })
  expect(await texts(checked.id, 'verdict=refuse')).toMatchObject({
    3: 'This repeats row 2.',
    4: expect.stringContaining('Product code'),
    5: 'Price: “-4.80” is negative.',
    6: expect.stringContaining('Price: “1,234” could mean two numbers.'),
    7: expect.stringContaining('Category'),
    8: expect.stringContaining('no tax class luxury'),
    9: expect.stringContaining('8 to 14 digits'),
    10: expect.stringContaining('A spreadsheet has shortened this number'),
    11: expect.stringContaining('A new product needs'),
    12: "Pack size: “0.5” has more decimals than are possible here. Active: “maybe” isn't yes or no.",
    13: 'Price: “1000000.01” is too large.',
    14: expect.stringContaining('more cells'),
  })
  const all = await products.post(`${checked.id}/run`, { scope: 'all', invitations: 'later' })
  expect([all.status, all.body.problem.kind]).toEqual([409, 'rows-refused'])
  expect(await products.run(checked.id, 'good')).toMatchObject({ state: 'done', summary: { add: 1, refuse: 12 } })
  expect(await findProduct('R1')).toMatchObject({ name: 'Fine' })
  const result = await admin.get(`${products.path}/${checked.id}/result`)
  expect(result.html.split('\r\n')).toHaveLength(15)
})

test('numbers are read as the importer says, and in a currency without decimals they have none', async () => {
  const { id } = await products.uploadAndCheck(csv('Product code,Product name,Price', 'D1,Dear,"1,234"'))
  expect((await products.check(id, { decimals: 'point' })).summary).toMatchObject({ add: 1 })
  await products.run(id)
  expect(await findProduct('D1')).toMatchObject({ price_cents: 123_400 })
  await app.database.pool.query(`update organisation set currency = 'JPY'`)
  const yen = await products.uploadAndCheck(csv('Product code,Product name,Price', 'Y1,Yen,500', 'Y2,Half,500.5'))
  expect(await texts(yen.id, 'verdict=refuse')).toMatchObject({ 3: expect.stringContaining('more decimals') })
  await products.run(yen.id, 'good')
  expect(await findProduct('Y1')).toMatchObject({ price_cents: 50_000 })
  expect((await admin.get('/api/exports/products')).html).toContain('"Y1","Yen","","each","1","","500",')
  await app.database.pool.query(`update organisation set currency = 'GBP'`)
})

test('existing products are left as they are if the importer says so', async () => {
  await products.run((await products.uploadAndCheck(csv('Product code,Product name,Price', 'E1,Old,1'))).id)
  const file = csv('Product code,Product name,Price', 'E1,New,2', 'E2,Newer,2')
  const checked = await products.uploadAndCheck(file, { existing: 'leave' })
  expect(checked.summary).toMatchObject({ add: 1, update: 0, leave: 1 })
  expect(await texts(checked.id)).toMatchObject({ 2: 'This already exists and stays unchanged.' })
  await products.run(checked.id)
  expect([await findProduct('E1'), await findProduct('E2')]).toMatchObject([{ name: 'Old' }, { name: 'Newer' }])
})

test('1.2.10 an export runs in no spreadsheet, and imported again it changes nothing', async () => {
  const odd = [`'=1+1`, '="007"', '@sum', "''", 'two\nlines  and "quotes"', '–', '#N/A', "'1", '＝x', ';', 'é']
  await app.database.pool.query(
    `insert into products (code, name, unit, price_cents, description, is_active, pack_size)
     select 'odd' || n, name, 'each', n * 7, name, n % 2 = 0, n from unnest($1::text[]) with ordinality as odd(name, n)`,
    [odd],
  )
  const { html: file } = await admin.get('/api/exports/products')
  expect(file.split(/,|\r\n/).filter(cell => /^"?[=+@]/.test(cell))).toEqual([])
  const checked = await products.uploadAndCheck(file)
  const { rows } = await app.database.pool.query('select count(*)::int as count from products')
  expect(checked.summary).toMatchObject({ add: 0, update: 0, refuse: 0, leave: rows[0].count })
  expect(rows[0].count).toBeGreaterThan(20)
})

test('8.2.1 an export needs the right to read products', async () => {
  const reader = await addAdministrator(app, { rights: { ...noRights, products: 'read' } })
  const other = await addAdministrator(app, { rights: { ...noRights, users: 'write' } })
  expect((await reader.visitor.get('/api/exports/products')).status).toBe(200)
  expect(asJson(await other.visitor.get('/api/exports/products')).status).toBe(403)
})

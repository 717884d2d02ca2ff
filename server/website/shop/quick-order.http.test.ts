import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addProduct } from '../../../tests/support/people/products.ts'
import { addShopper, type Shopper } from '../../../tests/support/people/shop.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { readFileRows, readPastedRows } from './read-rows.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  for (const code of ['QA-1', 'qb 2', '001234', '0077', '00077']) await addProduct(app, code)
  await query(`update products set barcode = '5000112637922' where code = 'qb 2'`)
})
afterAll(() => app.stop())

const query = (text: string, values: unknown[] = []) => app.database.pool.query(text, values)
const basketOf = async ({ id }: Pick<Shopper, 'id'>) =>
  (
    await query(
      'select p.code, l.quantity from basket_lines l join products p on p.id = l.product_id where l.contact_id = $1 order by l.id',
      [id],
    )
  ).rows.map(({ code, quantity }) => `${code}: ${quantity}`)

describe('rows of codes and quantities', () => {
  const rowsOf = (text: string) => readPastedRows(text)
  const rows = [
    { code: '001234', quantity: '5' },
    { code: 'QA-1', quantity: '2' },
  ]

  it('are read as a spreadsheet copies them, as CSV of every country, and as plain lines', () => {
    for (const text of [
      '001234\t5\nQA-1\t2',
      '001234;5\r\nQA-1;2\r\n',
      '"001234",5\n"QA-1",2',
      '001234 5\n\nQA-1   2\n',
      '\uFEFFCode;Name;Qty\n001234;;5\nQA-1;;2',
    ])
      expect(rowsOf(text), text).toEqual({ kind: 'rows', rows })
  })

  it('are read from files in UTF-8, UTF-16 and Windows encodings, and a workbook is refused in words', () => {
    const text = 'Code;Menge\n001234;5\nQA-1;2\n'
    for (const bytes of [
      Buffer.from(`\uFEFF${text}`),
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
      Buffer.from(text.replace('Code', 'Codé'), 'latin1'),
    ])
      expect(readFileRows(bytes)).toEqual({ kind: 'rows', rows })
    expect(readFileRows(Buffer.from('PK\x03\x04abc', 'latin1'))).toMatchObject({
      kind: 'refused',
      text: expect.stringContaining('Save it as CSV'),
    })
  })

  it('are refused with a word if a quotation mark stays open, or if they are more than an order holds', () => {
    expect(rowsOf('"QA-1,2\nQB,3')).toMatchObject({ kind: 'refused', text: expect.stringContaining('quotation mark') })
    expect(rowsOf('QA-1\t1\n'.repeat(5000))).toMatchObject({
      kind: 'refused',
      text: expect.stringContaining('5000 rows'),
    })
  })
})

describe('the quick order', () => {
  it('takes codes in any case and with spaces around, and barcodes, and says that equal codes were added up', async () => {
    const shopper = await addShopper(app)
    const fields = {
      'code-0': ' qa-1 ',
      'quantity-0': '2',
      'code-1': '5000112637922',
      'quantity-1': '1',
      pasted: 'QA-1\t3',
    }
    const answer = await shopper.visitor.post('/shop/quick-order', fields)
    expect(answer.location).toBe('/shop/basket')
    expect((await shopper.visitor.get('/shop/basket')).html).toContain(
      '2 products are in your basket from 3 rows: equal codes were added up',
    )
    expect(await basketOf(shopper)).toEqual(['QA-1: 5', 'qb 2: 1'])
  })

  it('offers a code without its leading zeros, and takes it only when the contact says so', async () => {
    const shopper = await addShopper(app)
    const offered = await shopper.visitor.post('/shop/quick-order', { pasted: '1234\t4' })
    expect(offered.status).toBe(422)
    expect(offered.html).toContain('Did you mean 001234')
    expect(await basketOf(shopper)).toEqual([])
    const chosen = await shopper.visitor.press('Use 001234')
    expect(chosen.html).toContain('value="001234"')
    expect(await basketOf(shopper)).toEqual([])
    await shopper.visitor.press('Put into the basket')
    expect(await basketOf(shopper)).toEqual(['001234: 4'])
    const two = await shopper.visitor.post('/shop/quick-order', { pasted: '77\t1' })
    expect(two.html).toContain('1 more are similar')
  })

  it('answers each row for itself, keeps the wrong ones, and puts in the right ones once', async () => {
    const shopper = await addShopper(app)
    const pasted = 'QA-1\t2\nNO-SUCH\t1\nQA-1\t2.5\n\t3'
    const answer = await shopper.visitor.post('/shop/quick-order', { pasted })
    expect(answer.status).toBe(422)
    for (const text of [
      '1 product is in your basket',
      '3 rows need a look',
      'No product has this code.',
      'Enter a whole number',
      'Enter a code.',
    ])
      expect(answer.html).toContain(text)
    expect(await basketOf(shopper)).toEqual(['QA-1: 2'])
  })

  it('answers 5,000 pasted rows with a word, and keeps them', async () => {
    const shopper = await addShopper(app)
    const answer = await shopper.visitor.post('/shop/quick-order', { pasted: 'QA-1\t1\n'.repeat(5000) })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('These are 5000 rows')
    expect(await basketOf(shopper)).toEqual([])
  })

  it('reads an uploaded file without scripts, and shows its rows before anything is in the basket', async () => {
    const shopper = await addShopper(app)
    const form = new FormData()
    form.set('file', new Blob(['\uFEFFCode;Quantity\nqa-1;7\n1234;1\n']), 'order.csv')
    const encoded = new Response(form)
    const body = Buffer.from(await encoded.arrayBuffer())
    const answer = await shopper.visitor.postFile(
      '/shop/quick-order/file',
      body,
      encoded.headers.get('content-type') ?? '',
    )
    expect(answer.status).toBe(200)
    expect(answer.html).toContain('value="qa-1"')
    expect(answer.html).toContain('Did you mean 001234')
    expect(await basketOf(shopper)).toEqual([])
    const nothing = await shopper.visitor.postFile('/shop/quick-order/file', 'x', 'multipart/form-data; boundary=none')
    expect([nothing.status, nothing.html]).toEqual([422, expect.stringContaining('No file arrived')])
  })
})

import { buffer } from 'node:stream/consumers'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import type { OrderDetails } from '../../../shared/contract/orders.ts'
import { totalsOf } from '../../../shared/prices/totals-of.ts'
import { makePng } from '../../../tests/support/people/png.ts'
import { unnamedOrganisation } from '../../people/organisation/organisation.store.ts'
import { drawOrder } from './draw-order.ts'

type Line = OrderDetails['lines'][number]

const line = (place: number, name = `Oat Drink ${place}`): Line => ({
  productId: '0192f0c1-0000-7000-8000-00000000000b',
  product: `P${String(place).padStart(5, '0')}`,
  name,
  unit: 'case',
  isSold: true,
  quantity: 2,
  priceCents: 480,
  netCents: 960,
  taxBasisPoints: 2000,
})

const order = (lines: Line[], more: Partial<OrderDetails> = {}): OrderDetails => ({
  id: '0192f0c1-0000-7000-8000-00000000000c',
  number: 'Q100001',
  kind: 'quote',
  source: 'app',
  status: 'open',
  retailer: { id: '0192f0c1-0000-7000-8000-00000000000a', name: 'Corner Store' },
  by: { id: '0192f0c1-0000-7000-8000-000000000002', name: 'Riley Rep' },
  capturedAt: '2026-05-04T23:30:00.000Z',
  receivedAt: '2026-05-04T23:30:01.000Z',
  requestedDay: null,
  validUntil: '2026-06-03',
  isHeld: false,
  totalCents: 960 * lines.length,
  accountNumber: 'HV2001',
  isRetailerOpen: true,
  contact: null,
  note: '',
  customerNote: '',
  purchaseOrder: '',
  quote: null,
  order: null,
  lines,
  totals: totalsOf(lines),
  history: [],
  currency: 'GBP',
  ...more,
})

const organisation = {
  ...unnamedOrganisation,
  name: 'Harbour & Vale Wholesale',
  timeZone: 'Europe/London',
  colour: '#7a1f5c',
}

async function pagesOf(document: OrderDetails, logo?: Buffer): Promise<string[]> {
  const drawn = drawOrder({ order: document, organisation, logo, at: new Date('2026-05-05T08:00:00Z') })
  const pdf = await getDocumentProxy(new Uint8Array(await buffer(drawn)))
  return (await extractText(pdf, { mergePages: false })).text
}

describe('the PDF of an order', () => {
  it('has text that can be selected: facts, lines, totals and notes', async () => {
    const [text = ''] = await pagesOf(
      order([line(1)], { note: 'ring the bell', customerNote: 'Until Friday.' }),
      makePng(64, 32),
    )
    for (const words of [
      'Harbour & Vale Wholesale',
      'Quote Q100001',
      'Corner Store (HV2001)',
      '5 May 2026',
      '3 June 2026',
    ])
      expect(text).toContain(words)
    for (const words of ['P00001', 'Oat Drink 1', '2 × case', '£4.80', '£9.60', '20 %', '£1.92', '£11.52'])
      expect(text).toContain(words)
    expect(text).toContain('ring the bell')
    expect(text).toContain('Until Friday.')
    expect(text).toContain('Page 1')
  })

  it('shows Latin, Greek and Cyrillic letters as they were typed', async () => {
    const names = [
      'Żółta gęś, Øre Ærø, čeština, Iğdır',
      'Ελαιόλαδο εξαιρετικό παρθένο',
      'Гречневая крупа, Їжак',
      'cafe\u0301',
    ]
    const pages = await pagesOf(order(names.map((name, place) => line(place, name))))
    const text = pages.join(' ').replace(/\s+/g, ' ')
    for (const name of names) expect(text).toContain(name.normalize('NFC'))
  })

  it('repeats the head of its lines and numbers its pages over 500 lines, and cuts none', async () => {
    const lines = Array.from({ length: 500 }, (_, place) =>
      line(place, place % 7 === 0 ? 'A long name of a product that needs a second line of its own here' : undefined),
    )
    const pages = await pagesOf(order(lines))
    expect(pages.length).toBeGreaterThan(10)
    for (const [place, text] of pages.entries()) {
      expect(text).toContain(`Page ${place + 1}`)
      expect(text).toMatch(/Code\s+Product\s+Quantity\s+Price/)
    }
    const all = pages.join(' ')
    for (const { product } of lines) expect(all).toContain(product)
    expect(pages.at(-1)).toContain('£5,760.00')
  })

  it('breaks a word that is longer than its column, and survives control characters', async () => {
    const text = (await pagesOf(order([line(1, 'x'.repeat(300)), line(2, 'tab\tbell\u0007')]))).join('')
    expect(text.replace(/\s/g, '')).toContain('x'.repeat(30))
    expect(text).toContain('P00002')
  })
})

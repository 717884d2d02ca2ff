import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { openCache } from '../device/cache.ts'
import { exportColumns, type UnsentItem, writeUnsentCsv } from './export-unsent.ts'

const cache = openCache('export')
const by = { username: 'riley.rep', currency: 'GBP', deviceId: 'tablet' }
const row = {
  accountId: 'riley',
  attempts: 0,
  lastError: null,
  schemaVersion: 1,
  createdAt: 1,
  capturedAt: '2026-05-04T08:00:00.000Z',
  sentAt: null,
  number: null,
} as const
const lines = [
  { productId: 'p1', quantity: 12, priceCents: 450 },
  { productId: 'gone', quantity: 1, priceCents: 5 },
]
const items: UnsentItem[] = [
  {
    ...row,
    id: 'o1',
    type: 'order',
    status: 'pending',
    payload: { retailerId: 'r1', lines, note: 'ring, "twice"\nthen wait' },
  },
  { ...row, id: 'n1', type: 'note', status: 'draft', payload: { retailerId: 'r1', text: '=1+1' } },
  { ...row, id: 'q1', type: 'quote', status: 'draft', payload: { retailerId: 'r2', lines: [], note: 'later' } },
  { ...row, id: 'x1', type: 'order', status: 'attention', payload: undefined },
]
const seed = async () => {
  await cache.retailers.put({ id: 'r1', name: 'Corner Store', accountNumber: 'A100' } as never)
  const product = { id: 'p1', code: 'P00001', name: 'Rye Rolls', barcode: '2000000000015', unit: 'case of 6' }
  await cache.products.put(product as never)
}
const read = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true })

it('writes unsent items with names and codes, one row for each line', async () => {
  await seed()
  const rows = read(await writeUnsentCsv(items, by, cache))
  expect(rows.map(one => one['Item ID'])).toEqual(['o1', 'o1', 'n1', 'q1', 'x1'])
  expect(rows[0]).toEqual({
    Type: 'Order',
    'Item ID': 'o1',
    Status: 'Waiting',
    'Captured at (UTC)': '2026-05-04T08:00:00.000Z',
    Username: 'riley.rep',
    'Device ID': 'tablet',
    'Retailer account': 'A100',
    Retailer: 'Corner Store',
    'Retailer ID': 'r1',
    Line: '1',
    'Product code': 'P00001',
    Product: 'Rye Rolls',
    Barcode: '2000000000015',
    Unit: 'case of 6',
    'Product ID': 'p1',
    Quantity: '12',
    'Unit price': '4.50',
    'Line total': '54.00',
    Currency: 'GBP',
    Note: 'ring, "twice"\nthen wait',
    'Requested day': '',
    'Valid until': '',
    'Contact ID': '',
    'Quote ID': '',
    Reason: '',
  })
  expect(rows[1]).toMatchObject({ Line: '2', Product: '', 'Product ID': 'gone', 'Unit price': '0.05' })
  expect(rows[2]).toMatchObject({ Type: 'Note', Status: 'Draft', Note: "'=1+1", Quantity: '' })
  expect(rows[4]).toMatchObject({ Status: 'Needs attention', Reason: 'This device can no longer read it.' })
})

it('holds every line that the orders hold, so that they can be entered again', async () => {
  const rows = read(await writeUnsentCsv(items, by, cache))
  const again = rows
    .filter(one => one['Item ID'] === 'o1')
    .map(one => ({
      productId: one['Product ID'],
      quantity: Number(one.Quantity),
      priceCents: Math.round(Number(one['Unit price']) * 100),
    }))
  expect(again).toEqual(lines)
})

it('has the columns that the page about devices lists', () => {
  const page = readFileSync('docs/operate/devices.md', 'utf8')
  const listed = [...page.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, name]) => name)
  expect(listed).toEqual([...exportColumns])
})

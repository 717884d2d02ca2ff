import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RowResult } from '../../../shared/contract/integration.ts'
import { createTestDatabase } from '../../../tests/support/databases/database.ts'
import { addRowOwners, wordsOf } from '../../../tests/support/rows.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { upsertListPrices } from './upsert-list-prices.ts'
import { upsertPrices } from './upsert-prices.ts'

type TestDatabase = Awaited<ReturnType<typeof createTestDatabase>>
type Upsert = (tx: Tx, rows: readonly unknown[]) => Promise<{ results: RowResult[] }>

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await addRowOwners(database.db)
})
afterAll(() => database.drop())

const inTx = <Done>(run: (tx: Tx) => Promise<Done>) => database.db.transaction().execute(run)

const kinds: { what: string; upsert: Upsert; owner: object; table: string }[] = [
  { what: 'a retailer', upsert: upsertPrices, owner: { accountNumber: 'N1' }, table: 'prices' },
  { what: 'a price list', upsert: upsertListPrices, owner: { priceList: 'Wholesale' }, table: 'list_prices' },
]

describe.each(kinds)('prices of $what', ({ upsert, owner, table }) => {
  const put = async (...rows: object[]) => {
    const { results } = await inTx(tx =>
      upsert(
        tx,
        rows.map(row => ({ ...owner, ...row })),
      ),
    )
    return wordsOf(results)
  }

  test('are found by product, minimum quantity and first day, and change nothing the second time', async () => {
    const rows = [
      { code: 'A', priceCents: 90 },
      { code: 'A', minimumQuantity: 12, priceCents: 80 },
      { code: 'A', validFrom: '2026-06-01', validUntil: '2026-06-30', priceCents: 70 },
      { code: 'B', validFrom: null, priceCents: 0 },
    ]
    expect(await put(...rows)).toEqual(['created', 'created', 'created', 'created'])
    expect(await put(...rows)).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged'])
    expect(await put({ code: 'A', priceCents: 91 }, { code: 'A', validFrom: '2026-06-01', priceCents: 70 })).toEqual([
      'updated',
      'unchanged',
    ])
    const { rows: stored } = await database.pool.query(
      `select minimum_quantity, valid_from, valid_until, x.price_cents from ${table} x join products p on p.id = x.product_id
        where p.code = 'A' order by minimum_quantity, valid_from nulls first`,
    )
    expect(stored).toEqual([
      { minimum_quantity: 1, valid_from: null, valid_until: null, price_cents: 91 },
      { minimum_quantity: 1, valid_from: '2026-06-01', valid_until: '2026-06-30', price_cents: 70 },
      { minimum_quantity: 12, valid_from: null, valid_until: null, price_cents: 80 },
    ])
  })

  test('are rejected row by row with the field', async () => {
    expect(
      await put(
        { code: 'A', priceCents: -1 },
        { code: 'A', priceCents: 1.5 },
        { code: 'none', priceCents: 1 },
        { code: 'A', minimumQuantity: 0, priceCents: 1 },
        { code: 'A', validFrom: '2026-06-02', validUntil: '2026-06-01', priceCents: 1 },
        { code: 'A', validFrom: '2026-02-30', priceCents: 1 },
        { code: 'B', minimumQuantity: 5, priceCents: 1 },
        { code: 'B', minimumQuantity: 5, priceCents: 2 },
      ),
    ).toEqual([
      'rejected priceCents',
      'rejected priceCents',
      'rejected code',
      'rejected minimumQuantity',
      'rejected validUntil',
      'rejected validFrom',
      'created',
      'rejected code',
    ])
  })
})

test('a price of an unknown retailer is rejected, and a rejected row adds no price list', async () => {
  const stray = [{ accountNumber: 'X9', code: 'A', priceCents: 1 }]
  expect(wordsOf((await inTx(tx => upsertPrices(tx, stray))).results)).toEqual(['rejected accountNumber'])
  const lists = [
    { priceList: 'Never', code: 'none', priceCents: 1 },
    { priceList: 'WHOLESALE', code: 'A', priceCents: 5 },
  ]
  expect(wordsOf((await inTx(tx => upsertListPrices(tx, lists))).results)).toEqual(['rejected code', 'updated'])
  const { rows } = await database.pool.query('select name from price_lists')
  expect(rows).toEqual([{ name: 'Wholesale' }])
})

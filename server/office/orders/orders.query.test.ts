import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OrderFilter, orderQuery } from '../../../shared/contract/orders.ts'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/databases/database.ts'
import { listSearchedRetailers, ordersPage } from './orders.query.ts'

let database: TestDatabase
const rep = '0192f0c1-0000-7000-8000-000000000002'

beforeAll(async () => {
  database = await createTestDatabase()
  await database.pool.query(`
    insert into accounts (id, kind, username, username_key, given_name, family_name, created_at)
    values ('${rep}', 'user', 'rep@example.com', 'rep@example.com', 'Riley', 'Rep', now());
    insert into retailers (name, account_number, created_at)
    select 'Shop' || n, 'AC-' || n, now() from generate_series(1, 2000) n;
    with shops as (select id, row_number() over (order by id) as place from retailers)
    insert into orders (id, number, kind, retailer_id, account_id, captured_at, received_at, note, total_cents, status, source)
    select uuidv7(), k.letter || (100000 + n), k.kind, s.id, '${rep}', t.at, t.at,
      case when n % 500 = 0 then 'leave at the greenhouse' when n % 3 = 0 then 'thanks' else '' end, 1000,
      case k.kind when 'quote' then 'open' else (array['received', 'confirmed', 'shipped', 'invoiced'])[1 + (n % 7 + 3) / 4] end,
      case when n % 4 = 0 then 'website' else 'app' end
    from generate_series(1, 60000) n
    join shops s on s.place = 1 + n % 2000
    cross join lateral (values (case when n % 100 = 0 then 'return' when n % 10 = 0 then 'quote' else 'order' end,
      case when n % 100 = 0 then 'R' when n % 10 = 0 then 'Q' else 'O' end)) as k (kind, letter)
    cross join lateral (values (timestamptz '2026-01-01' + n * interval '5 minutes')) as t (at);`)
  await database.pool.query('vacuum analyze orders, retailers, accounts')
}, 60_000)
afterAll(() => database.drop())

async function page(change: Partial<OrderFilter> & { size?: number; before?: string }) {
  const query = orderQuery.parse(change)
  const retailerIds = await listSearchedRetailers(database.db, query.search ?? '')
  return ordersPage({ ...query, timeZone: 'Europe/London', retailerIds })
}
const rowsOf = async (change: Parameters<typeof page>[0]) => (await (await page(change)).execute(database.db)).rows

describe('the list of orders', () => {
  test.each<[string, Parameters<typeof page>[0]]>([
    ['everything', {}],
    ['a status', { status: 'received' }],
    ['quotes', { kind: 'quote' }],
    ['returns that are received', { kind: 'return', status: 'received' }],
    ['the website', { source: 'website' }],
    ['a rep', { rep }],
    ['days', { from: '2026-03-01', until: '2026-03-02' }],
    ['a number', { search: 'O112345' }],
    ['digits of a number', { search: '112345' }],
    ['a retailer by name', { search: 'shop1234' }],
    ['many retailers', { search: 'shop1' }],
    ['words of a note', { search: 'greenhouse leave' }],
  ])('finds %s through an index and never scans the orders', async (_, change) => {
    const compiled = (await page(change)).compile(database.db)
    const { rows } = await database.pool.query(`explain ${compiled.sql}`, [...compiled.parameters])
    const plan = rows.map(row => row['QUERY PLAN']).join('\n')
    expect(plan).toMatch(/orders_/)
    expect(plan).not.toMatch(/Seq Scan on orders/)
    expect((await rowsOf(change)).length).toBeGreaterThan(0)
  })

  test('pages neither repeat nor skip an order, also where many arrived in one moment', async () => {
    const moment = '2026-02-01T10:00:00Z'
    await database.pool.query(
      `update orders set received_at = $1 where number in (select 'O' || n from generate_series(100001, 100040) n)`,
      [moment],
    )
    const [from, size] = ['2026-01-31', 25]
    const all = (await rowsOf({ from, until: '2026-02-02', size: 200 })).map(({ id }) => id).slice(0, 150)
    const paged: string[] = []
    let before: string | undefined
    while (paged.length < 150) {
      const rows = (await rowsOf({ from, until: '2026-02-02', size, ...(before && { before }) })).slice(0, size)
      paged.push(...rows.map(({ id }) => id))
      before = rows.at(-1)?.id
    }
    expect(paged).toEqual(all)
  })

  test('a day is one of the organisation’s time zone', async () => {
    // 1 July begins at 23:00 UTC of 30 June in London.
    await database.pool.query(`update orders set received_at = '2026-06-30T23:30:00Z' where number = 'O100051'`)
    const numbersOf = async (day: string) =>
      (await rowsOf({ from: day, until: day, search: 'O100051' })).map(row => row.number)
    expect(await numbersOf('2026-07-01')).toContain('O100051')
    expect(await numbersOf('2026-06-30')).not.toContain('O100051')
  })

  test('a search for a sign of a pattern is a search for that sign', async () => {
    expect(await rowsOf({ search: '%' })).toEqual([])
    expect(await rowsOf({ search: 'O1_2345' })).toEqual([])
  })
})

import { refreshStatistics } from '../../server/platform/database/refresh-statistics.ts'
import type { Visitor } from '../../tests/support/servers/visitor.ts'
import { order } from '../administrator.ts'
import type { Figure } from '../figures.ts'
import type { BenchGround } from '../ground.ts'
import { beside } from './beside.ts'

const questions = {
  'the first page': ['', 'true'],
  'one number': ['search=O200901', `number = 'O200901'`],
  'one status and kind': ['status=confirmed&kind=order', `status = 'confirmed' and kind = 'order'`],
  'words of a retailer': [
    'search=shop+4123',
    `retailer_id = (select id from retailers where account_number = 'S4123')`,
  ],
} as const

/** Lists orders as the admin site does, beside a statement that returns the same number of rows. */
export async function benchOrders(ground: BenchGround, admin: Visitor, orders: number): Promise<Figure[]> {
  await fill(ground, orders)
  const figures: Figure[] = []
  for (const [name, [question, where]] of Object.entries(questions)) {
    const ours = () => order(admin.get(`/api/orders?${question}`))
    const bare = () =>
      ground.pool.query(`select * from orders where ${where} order by captured_at desc, id desc limit 50`)
    figures.push(...(await beside({ name, ours, bare, most: 250 })))
  }
  return figures
}

/**
 * Without triggers, because the stamps of orders are no part of a list. Indexes are made afterwards: a million rows then
 * take seconds instead of minutes.
 */
async function fill({ db, pool, people }: BenchGround, orders: number): Promise<void> {
  const client = await pool.connect()
  await client.query('begin')
  await client.query('set local session_replication_role = replica')
  const { rows: indexes } = await client.query(
    `select indexname as name, indexdef as definition from pg_indexes where tablename = 'orders'
       and indexname not in (select conname from pg_constraint where conrelid = 'orders'::regclass)`,
  )
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  await client.query(
    `insert into retailers (name, account_number, created_at)
     select 'Shop ' || n, 'S' || n, now() from generate_series(1, 5000) n`,
  )
  await client.query(
    `with shops as (select id, row_number() over (order by id) as place from retailers where account_number like 'S%')
     insert into orders (id, number, kind, retailer_id, account_id, captured_at, received_at, note, total_cents, status)
     select uuidv7(), 'O' || (200000 + n), 'order', s.id, a.id, now() - n * interval '30 seconds',
       now() - n * interval '30 seconds', '', 1000, (array['received', 'confirmed', 'shipped', 'invoiced'])[1 + n % 4]
     from generate_series(1, ${orders}) n join shops s on s.place = 1 + n % 5000
     cross join (select id from accounts where username = $1) a`,
    [people[0]],
  )
  for (const { definition } of indexes) await client.query(definition)
  await client.query('commit')
  client.release()
  await refreshStatistics(db)
}

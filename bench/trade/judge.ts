import { randomUUID } from 'node:crypto'
import { getOrganisation } from '../../server/people/organisation/organisation.store.ts'
import { judgeLines } from '../../server/trade/orders/judge-lines.ts'
import type { Figure } from '../figures.ts'
import type { BenchGround } from '../ground.ts'
import { beside } from './beside.ts'

const lineCount = 500

/** Judges the prices of an order as large as possible, beside reading the same products. */
export async function benchJudge({ db, pool }: BenchGround): Promise<Figure[]> {
  const { rows: products } = await pool.query(`select id, price_cents from products order by code limit ${lineCount}`)
  const { rows: listed } = await pool.query(
    `with list as (insert into price_lists (name) values ('Bench') returning id),
       prices as (insert into list_prices (price_list_id, product_id, minimum_quantity, price_cents)
         select list.id, p.id, m.quantity, p.price_cents from list, (select id, price_cents from products order by code limit 5000) p,
           (values (1), (12), (60)) as m (quantity)),
       retailer as (insert into retailers (id, name, account_number, price_list_id, created_at)
         select '${randomUUID()}', 'Bench inn', 'BENCH', id, now() from list returning id)
     select id from retailer`,
  )
  const retailerId = listed[0].id
  const lines = products.map(({ id, price_cents }) => ({ productId: id, quantity: 24, priceCents: price_cents }))
  const organisation = await getOrganisation(db)
  const ids = products.map(({ id }) => id)
  return beside({
    name: `${lineCount} lines judged, with price breaks`,
    ours: async () => {
      const rejection = await judgeLines(db, { retailerId, lines }, { day: '2026-05-04', organisation })
      if (rejection) throw new Error(rejection.message)
    },
    bare: () => pool.query('select * from products where id = any($1)', [ids]),
    most: 100,
  })
}

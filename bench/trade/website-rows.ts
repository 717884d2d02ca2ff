import { refreshStatistics } from '../../server/platform/database/refresh-statistics.ts'
import type { BenchGround } from '../ground.ts'

type Size = { products: number; retailers: number }

/** Fills the database: a tree of categories, products with prices of lists, retailers with a contact, and one retailer's orders. */
export async function fillWebsite({ pool, db, passwordHash }: BenchGround, { products, retailers }: Size) {
  await pool.query(`insert into categories (name, slug, path, level, place)
    select 'Range ' || n, 'range-' || n, 'Range ' || n, 1, n from generate_series(1, 40) n`)
  await pool.query(
    `insert into products (code, name, unit, price_cents, category_id, barcode)
     select 'B' || lpad(n::text, 5, '0'), 'Bench ' || (array['Tea','Coffee','Marmalade','Soap','Rice'])[1 + n % 5] || ' ' || n, 'case',
       100 + n % 900, c.id, (5000000000000 + n)::text
     from generate_series(1, $1::int) n join categories c on c.place = 1 + n % 40`,
    [products],
  )
  await pool.query(`with list as (insert into price_lists (name) values ('Bench') returning id)
    insert into list_prices (price_list_id, product_id, minimum_quantity, price_cents)
    select list.id, p.id, m.q, p.price_cents from list, products p, (values (1), (12)) m (q)`)
  await pool.query(
    `insert into retailers (name, account_number, price_list_id, created_at)
     select 'Shop ' || n, 'BR' || n, (select id from price_lists limit 1), now() from generate_series(1, $1::int) n`,
    [retailers],
  )
  await pool.query(
    `with made as (insert into accounts (kind, username, username_key, given_name, family_name, created_at, password_hash, password_changed_at)
       select 'contact', account_number, lower(account_number), 'Bea', 'Bench', now(), $1, now() from retailers returning id, username)
     insert into contacts (account_id, retailer_id, email, has_website_access)
     select made.id, r.id, made.username || '@bench.example', true from made join retailers r on r.account_number = made.username`,
    [passwordHash],
  )
  await pool.query(`with buyer as (select c.account_id, c.retailer_id from contacts c join retailers r on r.id = c.retailer_id where r.account_number = 'BR1'),
    made as (insert into orders (id, number, kind, retailer_id, account_id, captured_at, received_at, note, total_cents, status, source)
      select uuidv7(), 'B' || n, 'order', buyer.retailer_id, buyer.account_id, now() - n * interval '1 day', now() - n * interval '1 day', '', 2000,
        'confirmed', 'website' from buyer, generate_series(1, 200) n returning id, number)
    insert into order_lines (order_id, place, product_id, quantity, price_cents)
    select made.id, p.place, p.id, 2, 100 from made, lateral (select id, row_number() over (order by code) as place from products
      where code like '%' || right(made.number, 1) || '7' order by code limit 20) p`)
  await refreshStatistics(db)
  const one = async (text: string) => (await pool.query(text)).rows[0].id as string
  return {
    username: 'BR1',
    category: 'range-7',
    orderId: await one(`select id from orders order by captured_at desc limit 1`),
    productId: await one(`select id from products where code = 'B00777'`),
  }
}

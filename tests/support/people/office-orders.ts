import { randomUUID } from 'node:crypto'
import type { TestApp } from '../servers/app.ts'
import { addProduct } from './products.ts'
import { riley } from './reset-steps-http.ts'

/** The total of `addQuote`. */
export const quotedCents = 840

/** An open quote of one line, at the price of the product. */
export async function addQuote(app: TestApp, retailerId: string): Promise<string> {
  const [id, productId, rep] = [randomUUID(), await addProduct(app), await app.accountId(riley)]
  await app.database.pool.query(
    `insert into orders (id, number, kind, retailer_id, account_id, captured_at, received_at, note, total_cents, status)
     values ($1, 'Q' || nextval('order_numbers'), 'quote', $2, $3, $4, $4, '', $5, 'open')`,
    [id, retailerId, rep, app.clock.now(), quotedCents],
  )
  await app.database.pool.query(
    'insert into order_lines (order_id, place, product_id, quantity, price_cents) values ($1, 0, $2, 2, 420)',
    [id, productId],
  )
  return id
}

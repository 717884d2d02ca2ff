import { randomUUID } from 'node:crypto'
import { dayIn } from '../../../shared/prices/day-in.ts'
import type { TestApp } from '../servers/app.ts'
import { createPull } from './field.ts'
import { riley } from './reset-steps-http.ts'

type More = { type?: string; priceCents?: number; at?: Date; payload?: Record<string, unknown>; by?: string }

/** A rep, a retailer and a product of 5.00 without other prices, and a push of two of them. */
export async function createPushedOrders(app: TestApp) {
  const pull = createPull(app)
  const query = (text: string, values: unknown[] = []) => app.database.pool.query(text, values)
  const rep = await app.accountId(riley)
  const retailerId = (await pull(rep, 'retailers')).rows[0]?.id ?? ''
  const productId = (await pull(rep, 'products')).rows[0]?.id ?? ''
  const setPrice = (cents: number) => query('update products set price_cents = $1 where id = $2', [cents, productId])
  await query('delete from prices')
  await query('update retailers set price_list_id = null')
  await setPrice(500)

  async function push({ type = 'order', priceCents = 500, at = app.clock.now(), payload = {}, by = rep }: More = {}) {
    const id = randomUUID()
    const lines = [{ productId, quantity: 2, priceCents }]
    const order = type === 'cancel' ? payload : { retailerId, lines, note: '', ...payload }
    const item = { id, type, capturedAt: at.toISOString(), payload: order }
    const { results } = await app.actions.pushItems({ accountId: by, deviceId: randomUUID(), items: [item] })
    const [{ outcome = '', number = '', rejection = undefined } = {}] = results
    return { id, outcome: rejection?.code ?? outcome, number, rejection }
  }

  const statusOf = async (id: string): Promise<string> =>
    (await query('select status from orders where id = $1', [id])).rows[0]?.status
  const historyOf = async (id: string): Promise<string[]> => {
    const { rows } = await query('select status, actor from order_events where order_id = $1 order by at, id', [id])
    return rows.map(({ status, actor }) => `${status} by ${actor}`)
  }
  const today = () => dayIn('UTC', app.clock.now())
  return { rep, retailerId, productId, pull, push, query, setPrice, statusOf, historyOf, today }
}

export type PushedOrders = Awaited<ReturnType<typeof createPushedOrders>>

import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { waitFor } from '../../tests/support/waiting/wait-for.ts'
import { openCache } from '../device/cache.ts'
import { createOutbox } from '../device/outbox.ts'
import { watchRows } from '../device/watch-rows.ts'
import { cancelIdOf } from './cancel-id.ts'
import { readOrder, type ShownOrder } from './read-order.ts'

const [accountId, retailerId, productId] = ['a', 'b', 'c'].map(
  letter => `${letter.repeat(8)}-0000-4000-8000-000000000000`,
) as [string, string, string]
const cache = openCache('read-order')
const outbox = createOutbox({ clock: { now: () => 5 }, name: 'read-order-outbox' })
const capture = {
  find: async (id: string) => {
    const found = await outbox.find({ id, accountId })
    return found === 'of-another' ? undefined : found
  },
  read: (id: string) => outbox.read<'order'>({ id, accountId }),
}
const lines = [{ productId, quantity: 1, priceCents: 100 }]
const save = (type: 'order' | 'cancel', id: string, payload: object) =>
  outbox.save({ accountId, type, payload: payload as never, capturedAt: '2026-05-04T08:00:00.000Z', id })

it('follows an order that this device captured: its row, its status and its cancellation', async () => {
  const orderId = await save('order', crypto.randomUUID(), { retailerId, lines, note: 'ring' })
  const seen: (ShownOrder | undefined)[] = []
  const app = { cache, capture, accountId: () => accountId } as never
  const stop = watchRows(
    () => readOrder(app, orderId),
    order => void seen.push(order),
  )
  const last = () => seen.at(-1)
  await waitFor(() => expect(last()?.note).toBe('ring'))
  const row = { id: orderId, number: 'O1', kind: 'order', retailerId, capturedAt: '', by: '', totalCents: 100 } as const
  const put = (status: 'received' | 'confirmed') =>
    cache.orders.put({ ...row, lines: [{ ...lines[0], name: 'Rye Rolls' } as never], status })
  await put('received')
  await waitFor(() => expect(last()).toMatchObject({ past: { status: 'received' }, lines: [{ name: 'Rye Rolls' }] }))
  await save('cancel', cancelIdOf({ orderId, accountId }), { orderId, retailerId, number: 'O1' })
  await waitFor(() => expect(last()?.cancel).toMatchObject({ status: 'pending', type: 'cancel' }))
  await put('confirmed')
  await waitFor(() => expect(last()?.past?.status).toBe('confirmed'))
  stop()
  const { length } = seen
  await put('received')
  expect(seen.length).toBe(length)
})

it('gives each order and each rep another cancellation, and the same one each time', () => {
  const ids = [0, 1].flatMap(order =>
    [accountId, productId].map(account =>
      cancelIdOf({ orderId: `${order}${retailerId.slice(1)}`, accountId: account }),
    ),
  )
  expect(new Set([...ids, ...ids]).size).toBe(4)
  for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
})

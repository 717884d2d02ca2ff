import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { waitFor } from '../../tests/support/waiting/wait-for.ts'
import { openCache } from './cache.ts'
import { openOutboxDb } from './outbox-db.ts'
import { capturedItems, watchRows } from './watch-rows.ts'

it('runs a query of downloaded data again after a download, and not after a change of an order that is being written', async () => {
  const [cache, outbox] = [openCache(), openOutboxDb('outbox')]
  await Promise.all([cache.open(), outbox.open()])
  const counts: number[] = []
  const stop = watchRows(
    () => cache.products.count(),
    count => void counts.push(count),
    capturedItems,
  )
  await waitFor(() => expect(counts).toEqual([0]))
  for (const id of ['a', 'b']) await outbox.rows.put({ id, status: 'draft', accountId: 'rep' } as never)
  await cache.productChanges.add({ id: 'p' })
  await cache.products.put({ id: 'p' } as never)
  await waitFor(() => expect(counts.at(-1)).toBe(1))
  expect(counts).toEqual([0, 1])
  stop()
})

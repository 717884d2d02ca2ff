import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createOutbox } from '../device/outbox.ts'
import type { PushResult } from '../device/outbox-changes.ts'
import type { CallApi } from '../session/call-api.ts'
import { pushWaiting } from './push.ts'

type Item = { id: string; payload: { note: string } }
let made = 0

function createDevice() {
  const outbox = createOutbox({ clock: { now: () => made++ }, name: `push-${made++}` })
  const save = (note: string) =>
    outbox.save({
      accountId: 'riley',
      type: 'order',
      payload: { retailerId: 'r', lines: [], note },
      capturedAt: '2026-05-04T08:00:00.000Z',
    })
  const push = (callApi: CallApi) =>
    pushWaiting({ outbox, callApi, accountId: 'riley', deviceId: 'd', isStopped: () => false })
  return { outbox, save, push }
}

/** Accepts each item once. The response may be lost before or after the work is done. */
function createServer(roads: ('fine' | 'not-sent' | 'answer-lost')[] = []) {
  const held: string[] = []
  const settle = ({ id, payload }: Item): PushResult => {
    if (payload.note === 'bad') return { id, outcome: 'rejected', rejection: { code: 'price-changed', message: 'New' } }
    if (held.includes(id)) return { id, outcome: 'duplicate' }
    held.push(id)
    return { id, outcome: 'accepted', number: `O-${held.length}` }
  }
  const callApi = async (_path: string, order: { items: Item[] }) => {
    const road = roads.shift() ?? 'fine'
    if (road === 'not-sent') return { kind: 'no-connection' }
    const results = order.items.map(settle)
    return road === 'answer-lost' ? { kind: 'no-connection' } : { kind: 'answer', body: { results } }
  }
  return { held, callApi: callApi as unknown as CallApi }
}

it('delivers every order once, whichever responses are lost', async () => {
  const road = fc.constantFrom('fine' as const, 'not-sent' as const, 'answer-lost' as const)
  await fc.assert(
    fc.asyncProperty(fc.array(road, { maxLength: 6 }), fc.integer({ min: 1, max: 4 }), async (roads, count) => {
      const { outbox, save, push } = createDevice()
      const ids = []
      for (let place = 0; place < count; place++) ids.push(await save('fine'))
      const { held, callApi } = createServer(roads)
      while ((await push(callApi)).kind !== 'complete') expect((await outbox.listUnsent()).length).toBe(count)
      expect(held).toEqual(ids)
      expect(await outbox.listUnsent()).toEqual([])
      outbox.db.close()
    }),
    { numRuns: 30 },
  )
})

it('marks a bad order with its reason, and sends the rest', async () => {
  const { outbox, save, push } = createDevice()
  const [good, bad, better] = [await save('fine'), await save('bad'), await save('fine')]
  const { held, callApi } = createServer()
  expect(await push(callApi)).toEqual({ kind: 'complete' })
  expect(held).toEqual([good, better])
  expect(await outbox.list('riley', ['attention'])).toMatchObject([{ id: bad, lastError: { code: 'price-changed' } }])
})

it('sends the items of an unreadable batch one by one', async () => {
  const { outbox, save, push } = createDevice()
  const [good, bad] = [await save('fine'), await save('unreadable')]
  const { held, callApi } = createServer()
  const strict = async (path: string, order: { items: Item[] }) =>
    order.items.some(({ payload }) => payload.note === 'unreadable')
      ? { kind: 'refused', problem: { status: 400, kind: 'bad-request', title: 'No', text: 'This is no order.' } }
      : callApi(path, order)
  expect(await push(strict as unknown as CallApi)).toEqual({ kind: 'complete' })
  expect(held).toEqual([good])
  expect(await outbox.list('riley', ['attention'])).toMatchObject([
    { id: bad, lastError: { message: 'This is no order.' } },
  ])
})

it('sends fifty-one orders in two batches', async () => {
  const { outbox, save, push } = createDevice()
  for (let place = 0; place < 51; place++) await save('fine')
  const { held, callApi } = createServer()
  await push(callApi)
  expect(new Set(held).size).toBe(51)
  expect((await outbox.list('riley', ['sent'])).length).toBe(51)
})

it('holds back one order that the server fails on, and stops early if the server fails on every order', async () => {
  const { outbox, save, push } = createDevice()
  const [first, second, bad, last] = [await save('1'), await save('2'), await save('fault'), await save('3')]
  const { held, callApi } = createServer()
  let asked = 0
  const failing = (isFailing: (notes: string[]) => boolean) =>
    (async (path: string, order: { items: Item[] }) => {
      asked += 1
      const isFault = isFailing(order.items.map(({ payload }) => payload.note))
      return isFault ? { kind: 'server-trouble', status: 500 } : callApi(path, order)
    }) as unknown as CallApi
  expect(await push(failing(notes => notes.includes('fault')))).toEqual({ kind: 'server-trouble', status: 500 })
  expect(held).toEqual([first, second, last])
  expect((await outbox.listUnsent()).map(({ id, status }) => [id, status])).toEqual([[bad, 'pending']])
  for (const note of ['4', '5', '6', '7', '8']) await save(note)
  asked = 0
  expect((await push(failing(() => true))).kind).toBe('server-trouble')
  expect(asked).toBe(4)
  expect(await outbox.listUnsent()).toHaveLength(6)
  outbox.db.close()
})

import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { eraseCache, openCache, readCollections } from '../device/cache.ts'
import type { ApiAnswer, CallApi } from '../session/call-api.ts'
import { pullChanges } from './pull.ts'

const clock = { now: () => 5 }
const isStopped = () => false
let made = 0
const pageOf = (from: number, to: number, isComplete: boolean) => ({
  rows: Array.from({ length: to - from }, (_, place) => ({ id: `t${from + place}` })),
  removed: [] as string[],
  cursor: String(to),
  isComplete,
  total: 6,
})
/** Sends these responses in order, and records the requests. */
function script(...answers: ApiAnswer<unknown>[]) {
  const asked: string[] = []
  const callApi = async (path: string) => {
    asked.push(new URL(path, 'http://x').searchParams.get('after') ?? 'start')
    return answers.shift() ?? { kind: 'no-connection' }
  }
  return { asked, callApi: callApi as CallApi }
}
const answer = (body: unknown): ApiAnswer<unknown> => ({ kind: 'answer', body })
const gone: ApiAnswer<unknown> = {
  kind: 'refused',
  problem: { status: 410, kind: 'pull-again', title: 'Again', text: 'From the start.' },
}

it('resumes an interrupted pull, and never writes rows without their checkpoint', async () => {
  const cache = openCache(`cache-${made++}`)
  const first = script(answer(pageOf(0, 2, false)))
  expect(await pullChanges({ cache, clock, isStopped, ...first }, ['targets'])).toEqual({ kind: 'no-connection' })
  expect(await cache.checkpoints.get('targets')).toMatchObject({ cursor: '2', isComplete: false, total: 6 })
  const second = script(answer(pageOf(2, 4, false)), answer({ ...pageOf(4, 6, true), removed: ['t0'] }))
  expect(await pullChanges({ cache, clock, isStopped, ...second }, ['targets'])).toEqual({ kind: 'complete' })
  expect(second.asked).toEqual(['2', '4'])
  expect(await cache.targets.toCollection().primaryKeys()).toEqual(['t1', 't2', 't3', 't4', 't5'])
})

it('keeps the checkpoint if a page cannot be written', async () => {
  const cache = openCache(`cache-${made++}`)
  const broken = { ...pageOf(0, 2, true), rows: [{ id: 't0' }, { noId: true }] }
  await expect(pullChanges({ cache, clock, isStopped, ...script(answer(broken)) }, ['targets'])).rejects.toThrow()
  expect(await cache.checkpoints.get('targets')).toBeUndefined()
  expect(await cache.targets.count()).toBe(0)
})

it('pulls from the start after a 410, then removes rows that were not sent again', async () => {
  const cache = openCache(`cache-${made++}`)
  await pullChanges({ cache, clock, isStopped, ...script(answer(pageOf(0, 4, true))) }, ['targets'])
  const again = script(gone, answer(pageOf(3, 5, false)))
  await pullChanges({ cache, clock, isStopped, ...again }, ['targets'])
  expect(await cache.targets.count()).toBe(5)
  const rest = script(answer(pageOf(5, 6, true)))
  expect(await pullChanges({ cache, clock, isStopped, ...rest }, ['targets'])).toEqual({ kind: 'complete' })
  expect([again.asked, rest.asked]).toEqual([['4', 'start', '5'], ['5']])
  expect(await cache.targets.toCollection().primaryKeys()).toEqual(['t3', 't4', 't5'])
  expect(await cache.seen.count()).toBe(0)
})

it('drops a page that arrives after the cache was erased, and pulls everything again', async () => {
  const cache = openCache(`cache-${made++}`)
  const { asked, callApi } = script(answer(pageOf(0, 2, false)), answer(pageOf(2, 6, true)), answer(pageOf(0, 6, true)))
  const erasing: CallApi = async path => {
    const brought = await callApi<never>(path)
    if (asked.length !== 2) return brought
    await expect.poll(() => cache.targets.count()).toBe(2)
    await eraseCache(cache)
    return brought
  }
  await pullChanges({ cache, clock, isStopped, callApi: erasing }, ['targets'])
  expect(asked).toEqual(['start', '2', 'start'])
  expect(await cache.targets.count()).toBe(6)
  expect(await readCollections(cache)).toContainEqual(expect.objectContaining({ collection: 'targets', have: 6 }))
})

it('requests all collections after the first response, before anything is written', async () => {
  const cache = openCache(`cache-${made++}`)
  const steps: string[] = []
  const callApi: CallApi = async path => {
    steps.push(`asked ${path.split('?')[0]}`)
    return answer(pageOf(0, 2, true)) as never
  }
  for (const table of [cache.visits, cache.targets])
    table.hook('creating', () => void steps.push(`wrote ${table.name}`))
  await pullChanges({ cache, clock, isStopped, callApi }, ['visits', 'contacts', 'targets'])
  expect(steps).toEqual([
    'asked /pull/visits',
    'asked /pull/contacts',
    'asked /pull/targets',
    ...['wrote visits', 'wrote visits', 'wrote targets', 'wrote targets'],
  ])
})

it('sends only one request when offline', async () => {
  const { asked, callApi } = script()
  const cache = openCache(`cache-${made++}`)
  const pulled = await pullChanges({ cache, clock, isStopped, callApi }, ['visits', 'contacts', 'targets'])
  expect([pulled, asked]).toEqual([{ kind: 'no-connection' }, ['start']])
})

it('writes nothing if a pull returns nothing new', async () => {
  const cache = openCache(`cache-${made++}`)
  await pullChanges({ cache, clock, isStopped, ...script(answer(pageOf(0, 6, true))) }, ['targets'])
  let writes = 0
  cache.checkpoints.hook('updating', () => void writes++)
  const nothing = { ...pageOf(6, 6, true), cursor: '6' }
  expect(await pullChanges({ cache, clock, isStopped, ...script(answer(nothing)) }, ['targets'])).toEqual({
    kind: 'complete',
  })
  expect(writes).toBe(0)
})

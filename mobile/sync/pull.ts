import type { Table } from 'dexie'
import type { Cache, Checkpoint } from '../device/cache.ts'
import type { DeviceClock } from '../device/device-clock.ts'
import type { Collection } from '../device/rows.ts'
import type { CallApi, Failure } from '../sign-in/call-api.ts'

const PAGE_ROWS = 5000

type Row = { id: string }
type Page = { rows: Row[]; removed: string[]; cursor: string; isComplete: boolean; total: number }
type Needs = { cache: Cache; callApi: CallApi; clock: DeviceClock; isStopped(): boolean }

/** Brings what has changed in one collection since the last time. A kill at any moment costs the page that was under way. */
export async function pullCollection(needs: Needs, collection: Collection): Promise<{ kind: 'complete' } | Failure> {
  const { cache, callApi } = needs
  const ask = (cursor: string | null) => {
    const question = new URLSearchParams({ limit: String(PAGE_ROWS), ...(cursor !== null && { after: cursor }) })
    return callApi<Page>(`/pull/${collection}?${question}`)
  }
  let checkpoint = await readCheckpoint(cache, collection)
  let coming = ask(checkpoint.cursor)
  while (!needs.isStopped()) {
    const answer = await coming
    if (needs.isStopped()) break
    if (answer.kind === 'refused' && answer.problem.status === 410 && checkpoint.cursor !== null) {
      checkpoint = await startAgain(cache, checkpoint)
      coming = ask(null)
      continue
    }
    if (answer.kind !== 'answer') return answer
    const page = answer.body
    // The next page is on its way while this one is written.
    if (!page.isComplete) coming = ask(page.cursor)
    const written = await writePage(needs, checkpoint, page)
    if (written && page.isComplete) return { kind: 'complete' }
    checkpoint = written ?? (await readCheckpoint(cache, collection))
    if (!written) coming = ask(checkpoint.cursor)
  }
  return { kind: 'session-ended' }
}

async function readCheckpoint(cache: Cache, collection: Collection): Promise<Checkpoint> {
  const nothing = { cursor: null, have: 0, total: 0, isComplete: false, changedAt: null, isAgain: false }
  return (await cache.checkpoints.get(collection)) ?? { collection, ...nothing }
}

/**
 * Rows and checkpoint in one transaction: the one never says what the others do not hold. Nothing is written where the
 * cache was erased meanwhile, as this page would hide that those before it are gone.
 */
function writePage({ cache, clock }: Needs, before: Checkpoint, page: Page): Promise<Checkpoint | undefined> {
  const { collection, isAgain } = before
  const table = cache[collection] as unknown as Table<Row, string>
  return cache.transaction('rw', table, cache.checkpoints, cache.seen, async () => {
    const { cursor } = await readCheckpoint(cache, collection)
    if (cursor !== before.cursor) return undefined
    if (page.rows.length > 0) await table.bulkPut(page.rows)
    if (page.removed.length > 0) await table.bulkDelete(page.removed)
    if (isAgain) await cache.seen.bulkPut(page.rows.map(({ id }) => ({ collection, id })))
    if (isAgain && page.isComplete) await removeUnseen(cache, collection, table)
    const hasChanged = page.rows.length > 0 || page.removed.length > 0
    const after: Checkpoint = {
      collection,
      cursor: page.cursor,
      have: page.isComplete ? await table.count() : Math.min(page.total, before.have + page.rows.length),
      total: page.total,
      isComplete: page.isComplete,
      changedAt: hasChanged ? clock.now() : before.changedAt,
      isAgain: isAgain && !page.isComplete,
    }
    await cache.checkpoints.put(after)
    return after
  })
}

function startAgain(cache: Cache, before: Checkpoint): Promise<Checkpoint> {
  const after = { ...before, cursor: null, have: 0, isComplete: false, isAgain: true }
  return cache.transaction('rw', cache.checkpoints, cache.seen, async () => {
    await cache.seen.where('collection').equals(before.collection).delete()
    await cache.checkpoints.put(after)
    return after
  })
}

async function removeUnseen(cache: Cache, collection: Collection, table: Table<Row, string>): Promise<void> {
  const seen = new Set((await cache.seen.where('collection').equals(collection).toArray()).map(({ id }) => id))
  const kept = await table.toCollection().primaryKeys()
  await table.bulkDelete(kept.filter(id => !seen.has(id)))
  await cache.seen.where('collection').equals(collection).delete()
}

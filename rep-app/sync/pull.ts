import type { Table } from 'dexie'
import { noteChanges } from '../catalogue/product-texts.ts'
import type { Cache, Checkpoint } from '../device/cache.ts'
import type { DeviceClock } from '../device/device-clock.ts'
import { type Collection, collections } from '../device/rows.ts'
import type { ApiAnswer, CallApi, Failure } from '../session/call-api.ts'

/** The first page is small, so that writing starts early. The size of each next page follows the time of the last write. */
const FIRST_PAGE_ROWS = 1000
const PAGE_ROWS = 5000

type Row = { id: string }
type Page = { rows: Row[]; removed: string[]; cursor: string; isComplete: boolean; total: number }
type Needs = { cache: Cache; callApi: CallApi; clock: DeviceClock; isStopped(): boolean }

/** A pending request, and the checkpoint it continues from. */
type Asked = { checkpoint: Checkpoint; coming: Promise<ApiAnswer<Page>> }

/**
 * Downloads the changes since the last pull. The first response also contains the server's nonce. Then all collections are
 * requested in parallel, so a pull without news takes two round trips, not seven.
 */
export async function pullChanges(needs: Needs, names = collections): Promise<{ kind: 'complete' } | Failure> {
  const [first, ...others] = await readCheckpoints(needs.cache, names)
  if (!first) return { kind: 'complete' }
  const begun = askFrom(needs, first)
  const opening = await begun.coming
  if (opening.kind !== 'answer' && opening.kind !== 'refused') return opening
  for (const asked of [begun, ...others.map(checkpoint => askFrom(needs, checkpoint))]) {
    const pulled = await pullCollection(needs, asked)
    if (pulled.kind === 'erased') return pullChanges(needs, names)
    if (pulled.kind !== 'complete') return pulled
  }
  return { kind: 'complete' }
}

/** Requests the next page while writing the current one. A kill at any moment loses only the page in transit. */
async function pullCollection(
  needs: Needs,
  first: Asked,
): Promise<{ kind: 'complete' } | { kind: 'erased' } | Failure> {
  let { checkpoint, coming } = first
  for (;;) {
    const answer = await coming
    if (needs.isStopped()) return { kind: 'session-ended' }
    if (answer.kind === 'refused' && answer.problem.status === 410 && checkpoint.cursor !== null) {
      ;({ checkpoint, coming } = askFrom(needs, await startAgain(needs.cache, checkpoint)))
      continue
    }
    if (answer.kind !== 'answer') return answer
    const page = answer.body
    const ahead = page.isComplete ? undefined : askFrom(needs, { ...checkpoint, cursor: page.cursor }, PAGE_ROWS)
    const written = await writePage(needs, checkpoint, page)
    if (!written) return { kind: 'erased' }
    if (!ahead) return { kind: 'complete' }
    ;[checkpoint, coming] = [written, ahead.coming]
  }
}

function askFrom({ callApi }: Needs, checkpoint: Checkpoint, rows = FIRST_PAGE_ROWS): Asked {
  const { collection, cursor } = checkpoint
  const question = new URLSearchParams({ limit: String(rows), ...(cursor !== null && { after: cursor }) })
  return { checkpoint, coming: callApi<Page>(`/pull/${collection}?${question}`) }
}

async function readCheckpoints(cache: Cache, names: readonly Collection[]): Promise<Checkpoint[]> {
  const nothing = { cursor: null, have: 0, total: 0, isComplete: false, changedAt: null, isAgain: false }
  const found = await cache.checkpoints.bulkGet([...names])
  return names.map((collection, place) => found[place] ?? { collection, ...nothing })
}

/**
 * Writes rows and checkpoint in one transaction, so that they always match. Writes nothing if the cache was erased in the
 * meantime: this page would hide that the previous ones are gone.
 */
async function writePage({ cache, clock }: Needs, before: Checkpoint, page: Page): Promise<Checkpoint | undefined> {
  const { collection, isAgain } = before
  const isErased = async () => ((await cache.checkpoints.get(collection))?.cursor ?? null) !== before.cursor
  const hasChanged = page.rows.length > 0 || page.removed.length > 0
  // Most pulls return nothing new, and shouldn't write either.
  if (!hasChanged && isSame(before, page)) return (await isErased()) ? undefined : before
  const table = cache[collection] as unknown as Table<Row, string>
  const index = collection === 'products' ? [cache.productIndex, cache.productChanges] : []
  return cache.transaction('rw', [table, cache.checkpoints, cache.seen, ...index], async () => {
    if (await isErased()) return undefined
    if (page.rows.length > 0) await table.bulkPut(page.rows)
    if (page.removed.length > 0) await table.bulkDelete(page.removed)
    if (isAgain) await cache.seen.bulkPut(page.rows.map(({ id }) => ({ collection, id })))
    const unseen = isAgain && page.isComplete ? await removeUnseen(cache, collection, table) : []
    if (collection === 'products')
      await noteChanges(cache, [...page.rows.map(({ id }) => id), ...page.removed, ...unseen])
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

const isSame = (before: Checkpoint, page: Page) =>
  before.isComplete && page.isComplete && before.cursor === page.cursor && before.total === page.total

function startAgain(cache: Cache, before: Checkpoint): Promise<Checkpoint> {
  const after = { ...before, cursor: null, have: 0, isComplete: false, isAgain: true }
  return cache.transaction('rw', cache.checkpoints, cache.seen, async () => {
    await cache.seen.where('collection').equals(before.collection).delete()
    await cache.checkpoints.put(after)
    return after
  })
}

async function removeUnseen(cache: Cache, collection: Collection, table: Table<Row, string>): Promise<string[]> {
  const seen = new Set((await cache.seen.where('collection').equals(collection).toArray()).map(({ id }) => id))
  const gone = (await table.toCollection().primaryKeys()).filter(id => !seen.has(id))
  await table.bulkDelete(gone)
  await cache.seen.where('collection').equals(collection).delete()
  return gone
}

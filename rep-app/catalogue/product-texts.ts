import type { Cache, ProductLines } from '../device/cache.ts'
import { byName, type Entry, entryOf, linesOf, matchLines, type Ranked, rank, type Search } from './product-lines.ts'

/** Read together. A tablet stays usable between two such parts. */
const PART = 2000
/** With more changes than this beside the index, a new one is made when there is time. */
const MOST_CHANGES = 500

/** `token` names a build of the index. `changed` are the products that changed since, as they are now. */
type Held = { token: string | undefined; lines: ProductLines; changed: Map<string, Entry | undefined>; last: number }

export type ProductTexts = ReturnType<typeof createProductTexts>

/**
 * Finds products by their text. The index is kept on the disk, because reading 50,000 rows takes seconds. A pull notes the
 * products that it changes in its own transaction, and they are read when a search needs them.
 */
export function createProductTexts(cache: Cache) {
  let held: Held | undefined
  let building: Promise<Held> | undefined

  const buildOnce = () => {
    building ??= build(cache).finally(() => {
      building = undefined
    })
    return building
  }

  async function read(): Promise<Held> {
    const { known, changes } = await readState(cache, held)
    held = known ?? (await buildOnce())
    if (!known) return held
    if (changes.length === 0) return known
    const ids = [...new Set(changes.map(({ id }) => id))]
    const rows = await cache.products.bulkGet(ids)
    for (const [place, id] of ids.entries()) {
      const row = rows[place]
      known.changed.set(id, row && entryOf(row))
    }
    known.last = changes.at(-1)?.place ?? known.last
    return known
  }

  return {
    /** The ids of the products that match, the best first. */
    async match(search: Search): Promise<string[]> {
      const { lines, changed } = await read()
      const ranked = matchLines(lines, search, id => changed.has(id))
      if (changed.size > 0) addChanged(ranked, search, changed)
      return ranked
        .flat()
        .slice(0, search.most)
        .map(({ id }) => id)
    },

    /** Makes the index after a download, so that no search has to wait for it. */
    async prepare(): Promise<void> {
      const [state, changes, checkpoint] = await Promise.all([
        cache.productIndex.get('state'),
        cache.productChanges.count(),
        cache.checkpoints.get('products'),
      ])
      const isReady = state?.part === 'state' && state.isReady && changes <= MOST_CHANGES
      if (checkpoint?.isComplete && !isReady) await buildOnce()
    },
  }
}

/** What this page holds, or else what is on the disk, with the changes that it lacks. */
function readState(cache: Cache, held: Held | undefined) {
  return cache.transaction('r', cache.productIndex, cache.productChanges, async () => {
    const state = await cache.productIndex.get('state')
    if (state?.part !== 'state' || !state.isReady) return { known: undefined, changes: [] }
    const known = held?.token === state.token ? held : await readHeld(cache, state.token)
    const changes = await cache.productChanges
      .where('place')
      .above(known?.last ?? 0)
      .toArray()
    return { known, changes }
  })
}

async function readHeld(cache: Cache, token: string): Promise<Held | undefined> {
  const row = await cache.productIndex.get('lines')
  return row?.part === 'lines' ? { token, lines: row.lines, changed: new Map(), last: 0 } : undefined
}

function addChanged(ranked: Ranked, search: Search, changed: Held['changed']): void {
  const more: Ranked = [[], [], []]
  for (const entry of [...changed.values()].filter(entry => entry !== undefined).sort(byName)) rank(more, search, entry)
  for (const place of [0, 1, 2] as const) ranked[place] = [...ranked[place], ...more[place]].sort(byName)
}

/**
 * Reads all products in parts. Changes are noted from the beginning on, so those that come meanwhile are not lost. Another
 * build, an erased cache or a large download change the token: then this index serves one search, and isn't kept.
 */
async function build(cache: Cache): Promise<Held> {
  const token = crypto.randomUUID()
  await cache.transaction('rw', cache.productIndex, cache.productChanges, async () => {
    await cache.productChanges.clear()
    await cache.productIndex.put({ part: 'state', token, isReady: false })
  })
  const lines = linesOf((await readEntries(cache)).sort(byName))
  const isKept = await cache.transaction('rw', cache.productIndex, async () => {
    const state = await cache.productIndex.get('state')
    if (state?.part !== 'state' || state.token !== token) return false
    await cache.productIndex.bulkPut([
      { part: 'lines', token, lines },
      { part: 'state', token, isReady: true },
    ])
    return true
  })
  return { token: isKept ? token : undefined, lines, changed: new Map(), last: 0 }
}

async function readEntries(cache: Cache): Promise<Entry[]> {
  const entries: Entry[] = []
  for (let after = ''; ; ) {
    // In a separate transaction: Dexie keeps a copy of rows read outside one.
    const part = await cache.transaction('r', cache.products, () =>
      cache.products.where(':id').above(after).limit(PART).toArray(),
    )
    // Parts in order are merged faster than one long list is sorted.
    entries.push(...part.map(entryOf).sort(byName))
    const last = part.at(-1)
    if (!last || part.length < PART) return entries
    after = last.id
  }
}

/** More than this, and the index is made again instead: a change would cost more than a row of it. */
const MOST_NOTED = 1000

/** For a pull that changes products, in its transaction. Without an index there is nothing to note. */
export async function noteChanges({ productIndex, productChanges }: Cache, ids: readonly string[]): Promise<void> {
  if (ids.length === 0 || (await productIndex.count()) === 0) return
  if (ids.length <= MOST_NOTED) return void (await productChanges.bulkAdd(ids.map(id => ({ id }))))
  await Promise.all([productIndex.clear(), productChanges.clear()])
}

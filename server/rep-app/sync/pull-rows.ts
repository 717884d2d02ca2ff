import { createHash, timingSafeEqual } from 'node:crypto'
import type { Collection } from '../../../shared/contract/app-rows.ts'
import { dayMs } from '../../../shared/time.ts'
import type { Clock } from '../../platform/clock.ts'
import { readHorizon } from '../../platform/database/database-identity.store.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { countRows, listPriceListsOf, listTerritoriesOf, nextRows } from './pull.query.ts'
import type { Scope } from './pull-shapes.query.ts'

export type PullResult =
  | {
      kind: 'page'
      /** JSON texts: the database builds them, and nothing on the way parses them. */
      rows: string[]
      removed: string[]
      cursor: string
      isComplete: boolean
      total: number
    }
  /**
   * The cursor is not one of ours, or belongs to other territories or another database: the app downloads everything
   * again.
   */
  | { kind: 'pull-again' }

type Command = { accountId: string; collection: Collection; after: string | undefined; limit: number }

/** The rep has received everything up to (stamp, id). From `toldFrom` on, rows that left the scope are reported too. */
type Cursor = { scope: string; toldFrom: string; stamp: string; id: string }

const nobody = '00000000-0000-0000-0000-000000000000'
const orderDays = 90

/** Returns the changes of one collection since the cursor, limited to this rep. */
export function createPullRows({ db, clock, secrets }: { db: Db; clock: Clock; secrets: Secrets }) {
  return async function pullRows({ accountId, collection, after, limit }: Command): Promise<PullResult> {
    const [{ identity, below }, territories] = await Promise.all([readHorizon(db), listTerritoriesOf(db, accountId)])
    const territoryIds = territories.map(({ id }) => id).sort()
    // A list that a retailer is given has rows that changed long ago, so the app downloads them all.
    const priceListIds = collection === 'listPrices' ? (await listPriceListsOf(db, territoryIds)).sort() : []
    const mark = markOf([identity, collection, accountId, ...territoryIds, ...priceListIds])
    const owner = `${accountId} ${collection}`
    const cursor = after === undefined ? startOf(mark, below) : readCursor(secrets, owner, after)
    if (cursor?.scope !== mark) return { kind: 'pull-again' }
    const now = clock.now()
    const scope: Scope = {
      accountId,
      territoryIds,
      priceListIds,
      ordersSince: new Date(now.getTime() - orderDays * dayMs),
      salesSince: `${now.getUTCFullYear() - 1}-01`,
    }
    const span = { ...cursor, below, most: limit + 1 }
    const [{ rows: found }, total] = await Promise.all([
      nextRows(collection, scope, span).execute(db),
      countRows(db, collection, scope),
    ])
    const page = found.slice(0, limit)
    const last = page.at(-1)
    return {
      kind: 'page',
      rows: page.flatMap(({ row }) => (row === null ? [] : [row])),
      removed: page.flatMap(({ id, row }) => (row === null ? [id] : [])),
      cursor: writeCursor(secrets, owner, { ...cursor, ...(last && { stamp: last.changed_in, id: last.id }) }),
      isComplete: found.length <= limit,
      total,
    }
  }
}

/** At the start the device is empty: only later changes can remove rows from it. */
const startOf = (scope: string, below: string): Cursor => ({ scope, toldFrom: below, stamp: '0', id: nobody })

function markOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join(' ')).digest('base64url').slice(0, 16)
}

const purpose = 'sync cursor'
const macBytes = 16

function writeCursor(secrets: Secrets, owner: string, { scope, toldFrom, stamp, id }: Cursor): string {
  const text = `${scope}.${toldFrom}.${stamp}.${id}`
  return `${text}.${secrets.hmac(purpose, owner, text).mac.subarray(0, macBytes).toString('base64url')}`
}

/**
 * Signed, because with a `toldFrom` of its own choice, a device would learn ids of rows that were never in its scope.
 */
function readCursor(secrets: Secrets, owner: string, cursor: string): Cursor | undefined {
  const [, text = '', scope = '', toldFrom = '', stamp = '', id = '', mac = ''] =
    /^(([\w-]{16})\.(\d{1,18})\.(\d{1,18})\.([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}))\.([\w-]{22})$/.exec(cursor) ??
    []
  const given = Buffer.from(mac, 'base64url')
  const isOurs = secrets.keyIds.some(keyId => {
    const made = secrets.hmacWith(keyId, purpose, owner, text)?.subarray(0, macBytes)
    return made?.length === given.length && timingSafeEqual(made, given)
  })
  return isOurs ? { scope, toldFrom, stamp, id } : undefined
}

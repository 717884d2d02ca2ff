import { createHash } from 'node:crypto'
import type { Collection } from '../../shared/contract/app.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../database/tables.ts'
import { readHorizon } from './database-identity.store.ts'
import { countRows, listTerritoriesOf, nextRows, type Scope } from './pull.query.ts'

export type Pulled =
  | {
      kind: 'page'
      /** Each a JSON text: the database makes them, and nothing on the way takes them apart. */
      rows: string[]
      removed: string[]
      cursor: string
      isComplete: boolean
      total: number
    }
  /** The cursor belongs to other territories or another database: everything is to be fetched once more. */
  | { kind: 'pull-again' }

type Order = { accountId: string; collection: Collection; after: string | undefined; limit: number }

/** The rep has had all up to (stamp, id); from `toldFrom` on what left the scope is told as well. */
type Cursor = { scope: string; toldFrom: string; stamp: string; id: string }

const nobody = '00000000-0000-0000-0000-000000000000'
const orderDays = 90

/** What has changed in one collection since the cursor, and for this rep alone. */
export function createPullRows({ db, clock }: { db: Db; clock: Clock }) {
  return async function pullRows({ accountId, collection, after, limit }: Order): Promise<Pulled> {
    const [{ identity, below }, territories] = await Promise.all([readHorizon(db), listTerritoriesOf(db, accountId)])
    const territoryIds = territories.map(({ id }) => id).sort()
    const mark = markOf([identity, collection, accountId, ...territoryIds])
    const cursor = after === undefined ? startOf(mark, below) : readCursor(after)
    if (cursor?.scope !== mark) return { kind: 'pull-again' }
    const scope: Scope = {
      accountId,
      territoryIds,
      ordersSince: new Date(clock.now().getTime() - orderDays * 86_400_000),
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
      cursor: writeCursor({ ...cursor, ...(last && { stamp: last.changed_in, id: last.id }) }),
      isComplete: found.length <= limit,
      total,
    }
  }
}

export type PullRows = ReturnType<typeof createPullRows>

/** At the start nothing is on the device: only what changes from now on can leave it. */
const startOf = (scope: string, below: string): Cursor => ({ scope, toldFrom: below, stamp: '0', id: nobody })

function markOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join(' ')).digest('base64url').slice(0, 16)
}

const writeCursor = ({ scope, toldFrom, stamp, id }: Cursor) => `${scope}.${toldFrom}.${stamp}.${id}`

function readCursor(text: string): Cursor | undefined {
  const [, scope = '', toldFrom = '', stamp = '', id = ''] =
    /^([\w-]{16})\.(\d{1,18})\.(\d{1,18})\.([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/.exec(text) ?? []
  return scope === '' ? undefined : { scope, toldFrom, stamp, id }
}

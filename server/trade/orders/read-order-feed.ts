import { createHash } from 'node:crypto'
import type { OrderFeed } from '../../../shared/contract/integration.ts'
import { readHorizon } from '../../platform/database/database-identity.store.ts'
import type { Db } from '../../platform/database/tables.ts'
import { listOrdersAfter } from './order-feed.query.ts'

export type FeedRead = ({ kind: 'page' } & OrderFeed) | { kind: 'feed-starts-again' }

type Question = { after: string | undefined; limit: number }
type Cursor = { stamp: string; id: string }

const start: Cursor = { stamp: '0', id: '00000000-0000-0000-0000-000000000000' }

/**
 * Reads orders in the sequence of their last change, each at least once and none skipped, however late its transaction
 * commits. An order whose status changes comes again. A restored database has other transaction numbers, so a cursor of
 * the one before is refused.
 */
export function createReadOrderFeed({ db }: { db: Db }) {
  return async function readOrderFeed({ after, limit }: Question): Promise<FeedRead> {
    const { identity, below } = await readHorizon(db)
    const database = createHash('sha256').update(identity).digest('base64url').slice(0, 8)
    const cursor = after === undefined ? start : readCursor(after, database)
    if (!cursor) return { kind: 'feed-starts-again' }
    const found = await listOrdersAfter(db, { ...cursor, below, most: limit })
    const { stamp, id } = found.at(-1) ?? cursor
    const orders = found.map(({ stamp: _, ...order }) => order)
    return { kind: 'page', orders, cursor: `${database}.${stamp}.${id}` }
  }
}

function readCursor(text: string, database: string): Cursor | undefined {
  const [, written, stamp, id] = /^([\w-]{8})\.(\d{1,18})\.([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/.exec(text) ?? []
  return written === database && stamp !== undefined && id !== undefined ? { stamp, id } : undefined
}

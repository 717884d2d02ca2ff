import { z } from 'zod'
import {
  itemTypes,
  type NotePayload,
  notePayload,
  type OrderPayload,
  orderPayload,
  type PushItem,
  type Rejection,
} from '../../../shared/contract/app.ts'
import { givenMoment } from '../../../shared/contract/moment.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import { findRetailer } from '../../trade/catalogue/catalogue.query.ts'
import { judgeLines } from './judge-lines.ts'

/** An item that can be accepted unchanged. */
export type CapturedItem =
  | { kind: 'order' | 'quote'; capturedAt: Date; payload: OrderPayload }
  | { kind: 'note'; capturedAt: Date; payload: NotePayload }
type JudgedItem = CapturedItem | { kind: 'rejected'; rejection: Rejection }

const rejected = (code: Rejection['code'], field: string, message: string): JudgedItem => ({
  kind: 'rejected',
  rejection: { code, field, message },
})

const head = z.object({ type: z.enum(itemTypes), capturedAt: givenMoment })

type Judging = { territoryIds: readonly string[]; now: Date }

/** Decides whether a captured item is accepted unchanged. A rejection names the field; nothing is fixed silently. */
export async function judgeItem(db: Queryable, item: PushItem, { territoryIds, now }: Judging): Promise<JudgedItem> {
  const read = head.safeParse(item)
  if (!read.success) return unreadable(read.error)
  const { type, capturedAt } = read.data
  const payload = (type === 'note' ? notePayload : orderPayload).safeParse(item.payload)
  if (!payload.success) return unreadable(payload.error)
  const wrong = await judgeRetailer(db, payload.data.retailerId, territoryIds)
  if (wrong) return wrong
  const at = { capturedAt: new Date(capturedAt) }
  if (!('lines' in payload.data)) return { kind: 'note', ...at, payload: payload.data as NotePayload }
  const rejection = await judgeLines(db, payload.data, at.capturedAt < now ? at.capturedAt : now)
  if (rejection) return { kind: 'rejected', rejection }
  return { kind: type === 'quote' ? 'quote' : 'order', ...at, payload: payload.data }
}

function unreadable({ issues: [issue] }: z.ZodError): JudgedItem {
  const field = issue?.path.join('.') ?? ''
  // Our own rules have sentences of their own.
  if (issue?.code === 'custom') return rejected('bad-payload', field, issue.message)
  return rejected('bad-payload', field, `It cannot be read: ${issue?.message ?? 'no reason'}.`)
}

async function judgeRetailer(
  db: Queryable,
  id: string,
  territoryIds: readonly string[],
): Promise<JudgedItem | undefined> {
  const retailer = await findRetailer(db, id)
  if (!retailer) return rejected('no-such-retailer', 'retailerId', 'This retailer no longer exists.')
  if (retailer.territoryId === null || !territoryIds.includes(retailer.territoryId)) {
    return rejected('not-your-retailer', 'retailerId', 'This retailer is in another territory now. Ask the office.')
  }
  if (retailer.isActive) return undefined
  return rejected('retailer-closed', 'retailerId', 'This retailer is closed: nothing can be ordered for it.')
}

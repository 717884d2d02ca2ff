import { z } from 'zod'
import {
  cancelPayload,
  itemTypes,
  notePayload,
  orderPayload,
  type PushItem,
  type VisitPayload,
  visitPayload,
} from '../../../shared/contract/app.ts'
import { givenMoment } from '../../../shared/contract/moment.ts'
import { dayMs } from '../../../shared/time.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { type CapturedItem, type CapturedOrder, type Rejected, rejected } from '../../trade/captured/captured-item.ts'
import { findRetailer, type RetailerState } from '../../trade/catalogue/catalogue.query.ts'
import { judgeCancel } from './judge-cancel.ts'
import { judgeOrder } from './judge-order.ts'

const head = z.object({ type: z.enum(itemTypes), capturedAt: givenMoment })
const payloads = {
  order: orderPayload,
  quote: orderPayload,
  return: orderPayload,
  note: notePayload,
  cancel: cancelPayload,
  visit: visitPayload,
}

export type Judging = { territoryIds: readonly string[]; now: Date }

/** Decides whether a captured item is accepted unchanged. A rejection names the field; nothing is fixed silently. */
export async function judgeItem(tx: Tx, item: PushItem, judging: Judging): Promise<CapturedItem | Rejected> {
  const read = head.safeParse(item)
  if (!read.success) return unreadable(read.error)
  const { type, capturedAt } = read.data
  const payload = payloads[type].safeParse(item.payload)
  if (!payload.success) return unreadable(payload.error)
  const { data } = payload
  if ('orderId' in data) return judgeCancel(tx, data, judging)
  const retailer = await judgeRetailer(tx, data.retailerId, judging)
  if (retailer.kind === 'rejected') return retailer
  const at = new Date(capturedAt)
  if ('at' in data) return judgeVisit(data, judging)
  if ('text' in data) return { kind: 'note', capturedAt: at, payload: data }
  const captured = { kind: type as CapturedOrder['kind'], capturedAt: at, payload: data }
  return judgeOrder(tx, captured, { now: judging.now, creditStatus: retailer.creditStatus })
}

/** A visit is planned for at most a year. Further away, the year was mistyped. */
function judgeVisit(payload: VisitPayload, { now }: Judging): CapturedItem | Rejected {
  const daysAhead = (Date.parse(payload.at) - now.getTime()) / dayMs
  if (daysAhead <= 366) return { kind: 'visit', payload }
  return rejected('bad-day', 'at', 'This day is more than a year away. Choose an earlier one.')
}

function unreadable({ issues: [issue] }: z.ZodError): Rejected {
  const field = issue?.path.join('.') ?? ''
  // Our own rules have sentences of their own.
  if (issue?.code === 'custom') return rejected('bad-payload', field, issue.message)
  return rejected('bad-payload', field, `It cannot be read: ${issue?.message ?? 'no reason'}.`)
}

type JudgedRetailer = Rejected | (RetailerState & { kind: 'good' })

async function judgeRetailer(tx: Tx, id: string, { territoryIds }: Judging): Promise<JudgedRetailer> {
  const retailer = await findRetailer(tx, id)
  if (!retailer) return rejected('no-such-retailer', 'retailerId', 'This retailer no longer exists.')
  if (retailer.territoryId === null || !territoryIds.includes(retailer.territoryId)) {
    return rejected('not-your-retailer', 'retailerId', 'This retailer is in another territory now. Ask the office.')
  }
  if (retailer.isActive) return { ...retailer, kind: 'good' }
  return rejected('retailer-closed', 'retailerId', 'This retailer is closed: nothing can be ordered for it.')
}

import { z } from 'zod'
import {
  itemTypes,
  largestTotalCents,
  type NotePayload,
  notePayload,
  type OrderPayload,
  orderPayload,
  type PushItem,
  type Rejection,
} from '../../../shared/contract/app.ts'
import { givenMoment } from '../../../shared/contract/moment.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import { findRetailer, listOffers, type Offer } from '../../trade/catalogue/catalogue.query.ts'
import { totalOf } from '../../trade/orders/orders.store.ts'

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

/** Decides whether a captured item is accepted unchanged. A rejection names the field; nothing is fixed silently. */
export async function judgeItem(db: Queryable, item: PushItem, territoryIds: readonly string[]): Promise<JudgedItem> {
  const read = head.safeParse(item)
  if (!read.success) return unreadable(read.error)
  const { type, capturedAt } = read.data
  const payload = (type === 'note' ? notePayload : orderPayload).safeParse(item.payload)
  if (!payload.success) return unreadable(payload.error)
  const wrong = await judgeRetailer(db, payload.data.retailerId, territoryIds)
  if (wrong) return wrong
  const at = { capturedAt: new Date(capturedAt) }
  if (!('lines' in payload.data)) return { kind: 'note', ...at, payload: payload.data as NotePayload }
  const wrongLine = (await judgeLines(db, payload.data)) ?? (await judgeTotal(db, payload.data))
  return wrongLine ?? { kind: type === 'quote' ? 'quote' : 'order', ...at, payload: payload.data }
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

async function judgeLines(db: Queryable, { retailerId, lines }: OrderPayload): Promise<JudgedItem | undefined> {
  const productIds = [...new Set(lines.map(({ productId }) => productId))]
  const offers = await listOffers(db, { retailerId, productIds })
  for (const [place, line] of lines.entries()) {
    const offer = offers.get(line.productId)
    if (!offer)
      return rejected('no-such-product', `lines.${place}.productId`, 'A product is no longer sold. Remove it.')
    if (offer.priceCents !== line.priceCents) {
      const words = newPrice(offer, { captured: line.priceCents, amounts: await getAmounts(db) })
      return rejected('price-changed', `lines.${place}.priceCents`, words)
    }
  }
  return undefined
}

async function judgeTotal(db: Queryable, { lines }: OrderPayload): Promise<JudgedItem | undefined> {
  const total = totalOf(lines)
  if (total <= largestTotalCents) return undefined
  const amounts = await getAmounts(db)
  const [largest, words] = [amounts.format(largestTotalCents / 100), amounts.format(total / 100)]
  return rejected(
    'total-too-large',
    'lines',
    `The total is ${words}. At most ${largest} is possible. Check quantities.`,
  )
}

async function getAmounts(db: Queryable): Promise<Intl.NumberFormat> {
  const { currency } = await getOrganisation(db)
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency })
}

type Change = { captured: number; amounts: Intl.NumberFormat }

function newPrice({ name, priceCents }: Offer, { captured, amounts }: Change): string {
  const [now, then] = [amounts.format(priceCents / 100), amounts.format(captured / 100)]
  return `${name} costs ${now} now, not ${then}. Check it with the customer, then send it again.`
}

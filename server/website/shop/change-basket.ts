import { z } from 'zod'
import { dayIn } from '../../../shared/prices/day-in.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { judgeDay } from '../../trade/orders/judge-day.ts'
import { type BasketFacts, listLinesOf, lockBasket, removeLines, saveBasketFacts } from './baskets.store.ts'
import { type Owner, putInBasket } from './put-in-basket.ts'
import { readQuantity } from './read-quantity.ts'

export type TypedBasket = {
  /** By product, as typed. */
  quantities: ReadonlyMap<string, string>
  note: string
  purchaseOrder: string
  requestedDay: string
  remove: string | undefined
}

/** By the field's id: what is wrong, in words for people. */
export type BasketErrors = ReadonlyMap<string, string>
export type BasketChanged = { kind: 'changed' } | { kind: 'refused'; errors: BasketErrors }

/**
 * Saves what was typed on the basket's page, or nothing if a field is wrong. A quantity of a product that another device
 * has removed meanwhile is left out: the basket is the same everywhere.
 */
export function createChangeBasket({ db, clock }: { db: Db; clock: Clock }) {
  return async function changeBasket(owner: Owner, typed: TypedBasket): Promise<BasketChanged> {
    const now = clock.now()
    return db.transaction().execute(async tx => {
      const today = dayIn((await getOrganisation(tx)).timeZone, now)
      await lockBasket(tx, owner.id)
      if (typed.remove !== undefined) await removeLines(tx, owner.id, [typed.remove])
      const lines = await listLinesOf(tx, owner.id)
      const { wanted, errors } = readQuantities(lines, typed.quantities)
      const facts = readFacts(typed, today, errors)
      if (errors.size > 0) return { kind: 'refused', errors }
      await putInBasket(tx, { owner, wanted, joining: 'replace', now })
      await saveBasketFacts(tx, owner.id, facts)
      return { kind: 'changed' }
    })
  }
}

type Line = { productId: string; quantity: number }

/** Only changed quantities are set, so that an unchanged line keeps the price that the contact saw. */
function readQuantities(lines: readonly Line[], typed: ReadonlyMap<string, string>) {
  const errors = new Map<string, string>()
  const wanted: Line[] = []
  for (const { productId, quantity } of lines) {
    const text = typed.get(productId)
    if (text === undefined || text.trim() === String(quantity)) continue
    const read = readQuantity(text)
    if (read.kind === 'refused') errors.set(`quantity-${productId}`, read.text)
    else wanted.push({ productId, quantity: read.quantity })
  }
  return { wanted, errors }
}

const mostNote = 2000
const mostPurchaseOrder = 60

function readFacts(typed: TypedBasket, today: string, errors: Map<string, string>): BasketFacts {
  const [note, purchaseOrder, day] = [typed.note.trim(), typed.purchaseOrder.trim(), typed.requestedDay.trim()]
  if (note.length > mostNote) errors.set('note', `Use at most ${mostNote} characters.`)
  if (purchaseOrder.length > mostPurchaseOrder)
    errors.set('purchaseOrder', `Use at most ${mostPurchaseOrder} characters.`)
  if (day === '') return { note, purchaseOrder, requestedDay: null }
  const isDay = z.iso.date().safeParse(day).success
  const problem = isDay ? judgeDay({ chosen: day, today }) : 'Enter the day as year-month-day, such as 2026-05-04.'
  if (problem !== undefined) errors.set('requestedDay', problem)
  return { note, purchaseOrder, requestedDay: day }
}

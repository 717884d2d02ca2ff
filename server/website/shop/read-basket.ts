import { dayIn } from '../../../shared/prices/day-in.ts'
import { priceOf } from '../../../shared/prices/price-of.ts'
import { type Totals, totalsOf } from '../../../shared/prices/totals-of.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { listOffers } from '../../trade/prices/prices.query.ts'
import { type FoundLine, listFoundLines } from './baskets.query.ts'
import { type BasketFacts, findBasket } from './baskets.store.ts'
import type { Owner } from './put-in-basket.ts'
import { writeSeen } from './seen-basket.ts'

export type PricedLine = FoundLine & { priceCents: number; netCents: number }

export type BasketView = BasketFacts & {
  /** Undefined until something was put in. */
  orderKey: string | undefined
  lines: PricedLine[]
  /** What the retailer can no longer buy. It has no price, and isn't ordered. */
  unsold: FoundLine[]
  totals: Totals
  currency: string
  today: string
  timeZone: string
  /** What this page shows, for the form that places the order. */
  seen: string
}

const noFacts: BasketFacts = { note: '', purchaseOrder: '', requestedDay: null }

/** Reads the contact's basket with the prices of this moment: a basket stores none. */
export function createReadBasket({ db, clock }: { db: Db; clock: Clock }) {
  return async function readBasket({ id, retailerId }: Owner): Promise<BasketView> {
    const [basket, found, { currency, timeZone }] = await Promise.all([
      findBasket(db, id),
      listFoundLines(db, id),
      getOrganisation(db),
    ])
    const productIds = found.map(({ productId }) => productId)
    const offers = found.length === 0 ? new Map() : await listOffers(db, { retailerId, productIds })
    const today = dayIn(timeZone, clock.now())
    const lines = found.flatMap(line => {
      const offer = offers.get(line.productId)
      if (!offer) return []
      const { priceCents } = priceOf(offer, { quantity: line.quantity, day: today })
      return [{ ...line, priceCents, netCents: priceCents * line.quantity }]
    })
    const { orderKey, ...facts } = basket ?? { ...noFacts, orderKey: undefined }
    return {
      ...facts,
      orderKey,
      lines,
      unsold: found.filter(({ productId }) => !offers.has(productId)),
      totals: totalsOf(lines),
      currency,
      today,
      timeZone,
      seen: writeSeen({ facts, lines }),
    }
  }
}

import { createHash } from 'node:crypto'
import { dayMs, minuteMs } from '../../../shared/time.ts'
import type { NewOrder } from '../../trade/orders/orders.store.ts'
import { ranges, shopKinds, sizes, streets, towns } from './field-words.ts'

export type Size = { retailers: number; products: number }
export type Territory = keyof typeof towns

const pick = <Thing>(next: () => number, things: readonly Thing[]): Thing => {
  const thing = things[Math.floor(next() * things.length)]
  if (thing === undefined) throw new Error('There is nothing to pick from')
  return thing
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The same name always gets the same id. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** An EAN-13 with its check digit, from the range for use within a company. */
function barcodeOf(number: number): string {
  const digits = `200${String(number).padStart(9, '0')}`
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}

export function makeProducts(count: number) {
  const next = createRandom(7)
  return Array.from({ length: count }, (_, number) => {
    const { category, makers, things } = pick(next, ranges)
    const { size, unit } = pick(next, sizes)
    const code = `P${String(number + 1).padStart(5, '0')}`
    return {
      id: idOf(`product ${number}`),
      code,
      barcode: barcodeOf(number + 1),
      name: `${pick(next, makers)} ${pick(next, things)} ${size}`,
      category,
      unit,
      price_cents: 180 + Math.floor(next() * 4200),
    }
  })
}

export function makeRetailers(count: number, territories: readonly Territory[]) {
  const next = createRandom(11)
  return Array.from({ length: count }, (_, number) => {
    const territory = territories[number % territories.length] ?? 'Harbour'
    const street = pick(next, streets)
    return {
      id: idOf(`retailer ${number}`),
      territory,
      name: `${street} ${pick(next, shopKinds)}${count > 500 ? ` ${number + 1}` : ''}`,
      accountNumber: `HV${2001 + number}`,
      line: `${1 + Math.floor(next() * 120)} ${street} Street`,
      town: pick(next, towns[territory]),
      postcode: `HV${1 + Math.floor(next() * 9)} ${1 + Math.floor(next() * 9)}AB`,
      phone: `+44 1632 96${String(1000 + (number % 9000)).slice(0, 4)}`,
    }
  })
}

type Sold = {
  retailerIds: readonly string[]
  products: ReturnType<typeof makeProducts>
  accountId: string
  seller: number
  now: Date
}

/** A rep's orders of the last four weeks: up to five for each retailer. */
export function makeOrders({ retailerIds, products, accountId, seller, now }: Sold): Omit<NewOrder, 'number'>[] {
  const next = createRandom(13 + seller)
  return retailerIds.flatMap(retailerId =>
    Array.from({ length: 1 + Math.floor(next() * 5) }, (_, place) => {
      const capturedAt = new Date(now.getTime() - Math.floor((1 + next() * 27) * dayMs))
      const lines = Array.from({ length: 2 + Math.floor(next() * 6) }, () => {
        const { id, price_cents } = pick(next, products)
        return { productId: id, quantity: 1 + Math.floor(next() * 12), priceCents: price_cents }
      })
      const id = idOf(`order ${seller} ${retailerId} ${place}`)
      return { id, kind: 'order', retailerId, accountId, capturedAt, receivedAt: capturedAt, note: '', lines }
    }),
  )
}

/** Eight visits a day from nine o'clock, for three days. */
export function makeVisits({ retailerIds, accountId, now }: Omit<Sold, 'products' | 'seller'>) {
  const morning = new Date(now)
  morning.setUTCHours(9, 0, 0, 0)
  return retailerIds.slice(0, 24).map((retailerId, place) => ({
    account_id: accountId,
    retailer_id: retailerId,
    at: new Date(morning.getTime() + Math.floor(place / 8) * dayMs + (place % 8) * 45 * minuteMs),
    note: place % 5 === 0 ? 'Ask about the new season.' : '',
  }))
}

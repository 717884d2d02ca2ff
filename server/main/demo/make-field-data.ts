import { createHash } from 'node:crypto'
import { dayMs, minuteMs } from '../../../shared/time.ts'
import type { NewOrder } from '../../trade/orders/orders.store.ts'
import { contactRoles, familyNames, givenNames, ranges, shopKinds, streets, towns } from './field-words.ts'

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

/** The first name that is free. A number makes the last one free, so the search always ends. */
function takeName(taken: Set<string>, names: Iterable<string>): string {
  for (const name of names) {
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
  throw new Error('There is no free name')
}

/** "Hearth Rye Rolls 200 g", then "Hearth Seeded Rye Rolls 200 g", then the same with a number. */
function* productNames(maker: string, thing: string, size: string, varieties: readonly string[]): Iterable<string> {
  yield `${maker} ${thing} ${size}`
  for (let round = 1; ; round++) {
    const number = round === 1 ? '' : ` No. ${round}`
    for (const variety of varieties) yield `${maker} ${variety} ${thing}${number} ${size}`
  }
}

export function makeProducts(count: number) {
  const next = createRandom(7)
  const taken = new Set<string>()
  return Array.from({ length: count }, (_, number) => {
    const { category, makers, things, sizes, varieties } = pick(next, ranges)
    const { size, unit } = pick<{ size: string; unit: string }>(next, sizes)
    const code = `P${String(number + 1).padStart(5, '0')}`
    const names = productNames(pick<string>(next, makers), pick<string>(next, things), size, varieties)
    return {
      id: idOf(`product ${number}`),
      code,
      barcode: barcodeOf(number + 1),
      name: takeName(taken, names),
      category,
      unit,
      price_cents: 180 + Math.floor(next() * 4200),
    }
  })
}

/** "Quay Deli", then "Quay Deli Saltmouth", then the same with a number. */
function* retailerNames(name: string, town: string): Iterable<string> {
  yield name
  yield `${name} ${town}`
  for (let number = 2; ; number++) yield `${name} ${town} ${number}`
}

export function makeRetailers(count: number, territories: readonly Territory[]) {
  const next = createRandom(11)
  const taken = new Set<string>()
  return Array.from({ length: count }, (_, number) => {
    const territory = territories[number % territories.length] ?? 'Harbour'
    const street = pick(next, streets)
    const kind = pick(next, shopKinds)
    const line = `${1 + Math.floor(next() * 120)} ${street} Street`
    const town = pick<string>(next, towns[territory])
    return {
      id: idOf(`retailer ${number}`),
      territory,
      // Of thousands, a number tells them apart without a search for a free name.
      name: count > 500 ? `${street} ${kind} ${number + 1}` : takeName(taken, retailerNames(`${street} ${kind}`, town)),
      accountNumber: `HV${2001 + number}`,
      line,
      town,
      postcode: `HV${1 + Math.floor(next() * 9)} ${1 + Math.floor(next() * 9)}AB`,
      phone: `+44 1632 96${String(1000 + (number % 9000)).slice(0, 4)}`,
    }
  })
}

/** One or two people at each retailer, without website access. */
export function makeContacts(retailers: readonly { id: string; accountNumber: string }[]) {
  const next = createRandom(17)
  return retailers.flatMap(({ id, accountNumber }, place) => {
    const first = Math.floor(next() * givenNames.length)
    return Array.from({ length: 1 + (place % 2) }, (_, number) => {
      const givenName = givenNames[(first + number) % givenNames.length] ?? ''
      const familyName = pick(next, familyNames)
      const email = `${givenName}.${familyName}@${accountNumber}.example`.toLowerCase()
      return { retailerId: id, username: email, email, givenName, familyName, role: pick(next, contactRoles) }
    })
  })
}

/**
 * A target for the month of a rep who sold this much in the last four weeks: some reps are ahead, some behind. Rounded to
 * 500.00, as a sales manager would.
 */
export function targetFor(soldInFourWeeksCents: number, seller: number): number {
  const share = [0.95, 1.1, 1, 1.2][seller % 4] ?? 1
  return Math.max(1, Math.round((soldInFourWeeksCents * share) / 50_000)) * 50_000
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

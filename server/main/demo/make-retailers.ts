import { between, createRandom, idOf, pick } from './chance.ts'
import {
  chains,
  contactRoles,
  deliveryNotes,
  familyNames,
  givenNames,
  shopKinds,
  streets,
  towns,
} from './field-words.ts'

export type Territory = keyof typeof towns

/** The first name that is free. A number makes the last one free, so the search always ends. */
function takeName(taken: Set<string>, names: Iterable<string>): string {
  for (const name of names) {
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
  throw new Error('There is no free name')
}

/** "Quay Deli", then "Quay Deli Saltmouth", then the same with a number. */
function* retailerNames(name: string, town: string): Iterable<string> {
  yield name
  yield `${name} ${town}`
  for (let number = 2; ; number++) yield `${name} ${town} ${number}`
}

/** Of 20 retailers, one is on hold and two are watched. */
const creditOf = (place: number) => (place % 20 === 12 ? 'hold' : place % 10 === 5 ? 'watch' : 'good')

export function makeRetailers(count: number, territories: readonly Territory[]) {
  const next = createRandom(11)
  const taken = new Set<string>()
  return Array.from({ length: count }, (_, number) => {
    const territory = territories[number % territories.length] ?? 'Harbour'
    const street = pick(next, streets)
    const { kind, type } = pick(next, shopKinds)
    const line = `${between(next, 1, 120)} ${street} Street`
    const town = pick<string>(next, towns[territory])
    return {
      id: idOf(`retailer ${number}`),
      territory,
      // Of thousands, a number tells them apart without a search for a free name.
      name: count > 500 ? `${street} ${kind} ${number + 1}` : takeName(taken, retailerNames(`${street} ${kind}`, town)),
      accountNumber: `HV${2001 + number}`,
      line,
      town,
      postcode: `HV${between(next, 1, 9)} ${between(next, 1, 9)}AB`,
      phone: `+44 1632 96${String(1000 + (number % 9000)).slice(0, 4)}`,
      isOldCustomer: number < 12,
      type: type as string,
      grade: pick(next, ['A', 'A', 'B', 'B', 'B', 'C']),
      chain: number % 6 === 2 ? pick(next, chains) : '',
      creditStatus: creditOf(number) as 'good' | 'watch' | 'hold',
      notes: number % 3 === 0 ? pick<string>(next, deliveryNotes) : '',
    }
  })
}

export type DemoRetailer = ReturnType<typeof makeRetailers>[number]

/** One or two people at each retailer, without website access. */
export function makeContacts(retailers: readonly { id: string; accountNumber: string }[]) {
  const next = createRandom(17)
  return retailers.flatMap(({ id, accountNumber }, place) => {
    const first = between(next, 0, givenNames.length - 1)
    return Array.from({ length: 1 + (place % 2) }, (_, number) => {
      const givenName = givenNames[(first + number) % givenNames.length] ?? ''
      const familyName = pick(next, familyNames)
      const email = `${givenName}.${familyName}@${accountNumber}.example`.toLowerCase()
      return { retailerId: id, username: email, email, givenName, familyName, role: pick(next, contactRoles) }
    })
  })
}

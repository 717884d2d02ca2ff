import type { Edge } from './import-rules.ts'

/** From top to bottom. A file imports from its own storey and from those below it. */
export const storeys = ['main', 'website', 'rep-app', 'office', 'trade', 'entry', 'people', 'platform'] as const
export type Storey = (typeof storeys)[number]

/** Storeys without separate features: `main` wires everything, and every feature needs `platform`. */
const openStoreys: readonly Storey[] = ['main', 'platform']

export type AllowedPair = { storey: Storey; from: string; to: string; because: string }

/** Features of one storey that import each other. Each pair points one way, and names its reason. */
export const allowedPairs: readonly AllowedPair[] = [
  {
    storey: 'office',
    from: 'integration',
    to: 'contacts',
    because: 'an ERP that closes a retailer signs its contacts out',
  },
  { storey: 'entry', from: 'oidc', to: 'sign-in', because: 'an app shows the same sign-in form' },
  { storey: 'entry', from: 'sign-in', to: 'second-step', because: 'the sign-in form goes on to the second step' },
  { storey: 'entry', from: 'oidc', to: 'second-step', because: 'so does the sign-in form of an app' },
  { storey: 'entry', from: 'new-sign-in', to: 'recovery', because: 'its notice has an objection link' },
  { storey: 'entry', from: 'second-step', to: 'recovery', because: 'its notices have an objection link' },
  { storey: 'entry', from: 'own-account', to: 'second-step', because: 'a person changes their second step there' },
  { storey: 'entry', from: 'company-sign-in', to: 'second-step', because: 'it goes on to the second step' },
  { storey: 'entry', from: 'company-sign-in', to: 'sign-in', because: 'it begins and ends at the sign-in form' },
  { storey: 'people', from: 'company-providers', to: 'accounts', because: 'an identity belongs to an account' },
  { storey: 'people', from: 'guessing', to: 'company-providers', because: 'some people have no password to guess' },
  { storey: 'people', from: 'diagnosis', to: 'company-providers', because: 'the company signs some people in' },
  { storey: 'people', from: 'factors', to: 'accounts', because: 'a factor belongs to an account' },
  { storey: 'entry', from: 'own-account', to: 'recovery', because: 'a changed password meets the rule of a reset' },
  { storey: 'entry', from: 'set-up', to: 'recovery', because: 'a first password meets the rule of a reset' },
  { storey: 'people', from: 'guessing', to: 'accounts', because: 'failures are counted for an account' },
  { storey: 'people', from: 'diagnosis', to: 'accounts', because: 'it says why this account cannot sign in' },
  { storey: 'people', from: 'diagnosis', to: 'guessing', because: 'guessing is one reason why not' },
  { storey: 'people', from: 'diagnosis', to: 'roles', because: 'unlocking needs authority over the account' },
  { storey: 'trade', from: 'prices', to: 'catalogue', because: 'a price names a product by its code' },
  { storey: 'people', from: 'accounts', to: 'retailers', because: 'a contact belongs to a retailer' },
  { storey: 'people', from: 'accounts', to: 'organisation', because: 'the words of the firm are no password' },
  { storey: 'people', from: 'licences', to: 'organisation', because: 'the subscription is priced in its currency' },
  { storey: 'people', from: 'licences', to: 'roles', because: 'changing the subscription needs authority' },
  { storey: 'people', from: 'roles', to: 'accounts', because: 'an administrator is an account with a role' },
  { storey: 'people', from: 'roles', to: 'organisation', because: 'the door of the admin site names the firm' },
  { storey: 'people', from: 'roles', to: 'sessions', because: 'an administrator is known by a session' },
  { storey: 'trade', from: 'orders', to: 'prices', because: 'an order is checked against the prices of its day' },
  { storey: 'trade', from: 'orders', to: 'catalogue', because: 'returned goods may be no longer sold, but must exist' },
  { storey: 'trade', from: 'captured', to: 'orders', because: 'a captured item becomes an order' },
  { storey: 'trade', from: 'captured', to: 'catalogue', because: 'it names a retailer and products' },
  { storey: 'trade', from: 'captured', to: 'visits', because: 'a captured visit is planned' },
  { storey: 'trade', from: 'orders', to: 'targets', because: 'a cancelled order no longer counts towards its target' },
  { storey: 'people', from: 'territories', to: 'roles', because: 'changing a territory needs authority' },
]

export type Place = { storey: Storey; feature: string }

/** Undefined outside `server/`, and for a file in no storey. */
export function placeOf(path: string): Place | undefined {
  const [top, storeyName, feature, ...rest] = path.split('/')
  const storey = storeys.find(name => name === storeyName)
  if (top !== 'server' || storey === undefined || feature === undefined) return undefined
  return { storey, feature: rest.length === 0 ? '' : feature }
}

export function climbs({ from, to }: Edge): boolean {
  const [above, below] = [placeOf(from), placeOf(to)]
  return above !== undefined && below !== undefined && storeys.indexOf(above.storey) > storeys.indexOf(below.storey)
}

/** The two features of an import between neighbours of one storey. */
export function neighboursOf({ from, to }: Edge): Omit<AllowedPair, 'because'> | undefined {
  const [here, there] = [placeOf(from), placeOf(to)]
  if (here === undefined || here.storey !== there?.storey || here.feature === there.feature) return undefined
  return openStoreys.includes(here.storey) ? undefined : { storey: here.storey, from: here.feature, to: there.feature }
}

export function isAllowed(pair: Omit<AllowedPair, 'because'>): boolean {
  return allowedPairs.some(({ storey, from, to }) => storey === pair.storey && from === pair.from && to === pair.to)
}

import type { Edge } from './import-rules.ts'

export type FeaturePair = { from: string; to: string; because: string }

/** Features of the admin site that import each other. Each pair points one way, and names its reason. */
export const adminPairs: readonly FeaturePair[] = [
  { from: 'contacts', to: 'addresses', because: 'a contact gets a new address in the same dialog as a user' },
  { from: 'contacts', to: 'diagnosis', because: "a contact's page says why the contact can't sign in" },
  { from: 'contacts', to: 'orders', because: "a retailer's page shows the notes of reps" },
  { from: 'users', to: 'addresses', because: 'a user gets a new address in the same dialog as a contact' },
  { from: 'users', to: 'diagnosis', because: "a user's page says why the user can't sign in" },
]

/** From top to bottom: the root wires the features, the features share `ui/`, and both ask the server through `api/`. */
const storeys = ['root', 'feature', 'ui', 'api'] as const

type Place = { storey: (typeof storeys)[number]; folder: string }

/** Undefined outside `admin/`. */
export function adminPlaceOf(path: string): Place | undefined {
  const [top, folder, ...rest] = path.split('/')
  if (top !== 'admin' || folder === undefined) return undefined
  if (rest.length === 0) return { storey: 'root', folder: '' }
  return { storey: storeys.find(name => name === folder) ?? 'feature', folder }
}

/** Says why the admin site must not contain this import. Undefined if it may. */
export function whyNotInAdmin({ from, to }: Edge): string | undefined {
  const [here, there] = [adminPlaceOf(from), adminPlaceOf(to)]
  if (here === undefined || there === undefined) return undefined
  if (storeys.indexOf(here.storey) > storeys.indexOf(there.storey)) return `${here.storey} knows no ${there.storey}`
  const isNeighbour = here.storey === 'feature' && there.storey === 'feature' && here.folder !== there.folder
  const isListed = adminPairs.some(pair => pair.from === here.folder && pair.to === there.folder)
  return isNeighbour && !isListed ? `${here.folder} knows no ${there.folder}` : undefined
}

import type { Edge } from './import-rules.ts'

/** Features of the rep's app that import each other. Each pair points one way, and names its reason. */
export const repAppPairs: readonly { from: string; to: string; because: string }[] = [
  { from: 'home', to: 'sign-in', because: 'hides downloaded data after a sign-out' },
  { from: 'orders', to: 'sign-in', because: 'hides downloaded data after a sign-out' },
  { from: 'products', to: 'sign-in', because: 'hides downloaded data after a sign-out' },
  { from: 'retailers', to: 'sign-in', because: 'hides downloaded data after a sign-out' },
  { from: 'retailers', to: 'orders', because: 'a retailer shows its past orders' },
  { from: 'sync-status', to: 'orders', because: 'an unsent order is the same row in both lists' },
  { from: 'sync-status', to: 'sign-in', because: 'Sync Status shows the account, and hides data after a sign-out' },
]

/**
 * From top to bottom: the root wires the features, the features use the app by its context. The app is made of the parts
 * below it, which know no screen, and `ui/` knows none of them.
 */
const storeys = ['root', 'feature', 'app', 'sync', 'statements', 'session', 'catalogue', 'device', 'ui'] as const

type Place = { storey: (typeof storeys)[number]; folder: string }

/** Undefined outside `rep-app/`. */
export function repAppPlaceOf(path: string): Place | undefined {
  const [top, folder, ...rest] = path.split('/')
  if (top !== 'rep-app' || folder === undefined) return undefined
  if (rest.length === 0) return { storey: 'root', folder: '' }
  return { storey: storeys.find(name => name === folder) ?? 'feature', folder }
}

/** Says why the rep's app must not contain this import. Undefined if it may. */
export function whyNotInRepApp({ from, to }: Edge): string | undefined {
  const [here, there] = [repAppPlaceOf(from), repAppPlaceOf(to)]
  if (here === undefined || there === undefined) return undefined
  if (storeys.indexOf(here.storey) > storeys.indexOf(there.storey)) return `${here.storey} knows no ${there.storey}`
  const isNeighbour = here.storey === 'feature' && there.storey === 'feature' && here.folder !== there.folder
  const isListed = repAppPairs.some(pair => pair.from === here.folder && pair.to === there.folder)
  return isNeighbour && !isListed ? `${here.folder} knows no ${there.folder}` : undefined
}

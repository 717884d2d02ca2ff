import type { Store } from '../device/store.ts'
import type { SyncStatus } from './sync-status.ts'

type Needs = {
  status: Store<Pick<SyncStatus, 'collections'>>
  prepare(): Promise<void>
  whenIdle?(run: () => void): void
}

/** Makes the search index after each download that changed products, and once after the start, when the page is idle. */
export function prepareSearch({ status, prepare, whenIdle = usualWhenIdle }: Needs): void {
  let last: number | null = null
  const look = () => {
    const { isComplete = false, changedAt = null } =
      status.get().collections.find(({ collection }) => collection === 'products') ?? {}
    if (!isComplete || changedAt === last) return
    last = changedAt
    // A search makes the index itself if this one fails.
    whenIdle(() => void prepare().catch(() => undefined))
  }
  status.subscribe(look)
  look()
}

/** Safari has no idle callbacks. */
function usualWhenIdle(run: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: 5000 })
  else setTimeout(run, 1000)
}

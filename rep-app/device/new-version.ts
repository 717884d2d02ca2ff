import { Workbox } from 'workbox-window'
import { createStore, type Store } from './store.ts'

export type NewVersion = { isReady: Store<boolean>; reload(): void }

/** Installs the app on the device. A new version waits for `reload`: the rep may be in the middle of an order. */
export function watchForNewVersion(): NewVersion {
  const isReady = createStore(false)
  if (!('serviceWorker' in navigator)) return { isReady, reload: () => location.reload() }
  const workbox = new Workbox('/app/sw.js', { scope: '/app' })
  workbox.addEventListener('waiting', () => isReady.set(true))
  workbox.register().catch(() => undefined)
  return {
    isReady,
    reload: () => {
      workbox.addEventListener('controlling', () => location.reload())
      workbox.messageSkipWaiting()
    },
  }
}

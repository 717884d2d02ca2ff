import { homeScreenDevice } from './home-screen.ts'
import { createStore, type Store } from './store.ts'

/** https://wicg.github.io/manifest-incubations/: the browser would install the app, if the user wants to. */
type InstallPrompt = Event & { prompt(): Promise<unknown> }

/** How the app gets onto the home screen: the browser asks, the user takes some steps, or neither. */
export type InstallWay = { kind: 'none' } | { kind: 'button' } | { kind: 'steps'; device: 'iPad' | 'iPhone' }
export type Installation = { way: Store<InstallWay>; install(): Promise<void> }

/** Call it first of all: the browser makes its offer once, soon after the page is loaded. */
export function watchInstallation(): Installation {
  const { userAgent, maxTouchPoints } = navigator
  const { standalone } = navigator as { standalone?: boolean }
  const device = homeScreenDevice({ userAgent, maxTouchPoints, standalone })
  const way = createStore<InstallWay>(device === undefined ? { kind: 'none' } : { kind: 'steps', device })
  let offered: InstallPrompt | undefined
  addEventListener('beforeinstallprompt', event => {
    event.preventDefault()
    offered = event as InstallPrompt
    way.set({ kind: 'button' })
  })
  addEventListener('appinstalled', () => way.set({ kind: 'none' }))
  return {
    way,
    /** An offer can be used once. If the user declines, the browser makes another one later. */
    install: async () => {
      const prompt = offered
      offered = undefined
      way.set({ kind: 'none' })
      await prompt?.prompt()
    },
  }
}

import { createRepApp } from './create-rep-app.ts'
import { watchForNewVersion } from './device/new-version.ts'
import { askForProtection } from './device/storage.ts'

/** The one app of this page. */
export const repApp = await createRepApp({
  origin: location.origin,
  deviceName: nameOf(navigator.userAgent),
  newVersion: watchForNewVersion(),
})

/** Completes a sign-in if the browser returns from the form, then starts to sync. */
export async function startRepApp(): Promise<void> {
  await askForProtection().catch(() => false)
  await repApp.sync.start()
  const sync = () => void repApp.sync.syncNow()
  addEventListener('online', sync)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && sync())
}

function nameOf(userAgent: string): string {
  const system = ['iPad', 'iPhone', 'Android', 'Windows', 'Mac OS', 'CrOS', 'Linux'].find(name =>
    userAgent.includes(name),
  )
  return system === undefined ? 'Browser' : `Browser on ${system}`
}

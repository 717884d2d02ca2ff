import { createRepApp, type RepApp } from './app/create-rep-app.ts'
import { watchInstallation } from './device/installation.ts'
import { watchForNewVersion } from './device/new-version.ts'
import { askForProtection } from './device/storage.ts'
import { prepareSearch } from './sync/prepare-search.ts'

/** Opens the databases of this device and reads who uses it. */
export function openRepApp(): Promise<RepApp> {
  const { origin } = location
  const [installation, newVersion] = [watchInstallation(), watchForNewVersion()]
  return createRepApp({ origin, deviceName: nameOf(navigator.userAgent), newVersion, installation })
}

/** Completes a sign-in if the browser returns from the form, then starts to sync. */
export async function startRepApp({ sync, prepareSearch: prepare }: RepApp): Promise<void> {
  await askForProtection().catch(() => false)
  await sync.start()
  prepareSearch({ status: sync.status, prepare })
  const syncNow = () => void sync.syncNow()
  addEventListener('online', syncNow)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && syncNow())
}

function nameOf(userAgent: string): string {
  const system = ['iPad', 'iPhone', 'Android', 'Windows', 'Mac OS', 'CrOS', 'Linux'].find(name =>
    userAgent.includes(name),
  )
  return system === undefined ? 'Browser' : `Browser on ${system}`
}

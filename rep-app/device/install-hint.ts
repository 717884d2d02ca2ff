import { type DeviceDb, keepValue } from './device-db.ts'
import { createStore } from './store.ts'

export const INSTALL_HINT = 'hidesInstallHint'

/** Whether Home offers the installation. The answer of the rep stays on the device. */
export function createInstallHint(db: DeviceDb, isHidden: boolean) {
  const isShown = createStore(!isHidden)
  const hide = async (): Promise<void> => {
    isShown.set(false)
    await keepValue(db, INSTALL_HINT, true)
  }
  return { isShown, hide }
}

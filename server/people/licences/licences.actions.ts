import type { Ground } from '../../platform/ground.ts'
import { createChangeSubscription } from './change-subscription.ts'
import { createReadSubscription } from './read-subscription.ts'

export function createLicenceActions(ground: Ground) {
  return {
    changeSubscription: createChangeSubscription(ground),
    readSubscription: createReadSubscription(ground),
  }
}

export type LicenceActions = ReturnType<typeof createLicenceActions>

import type { Ground } from '../../platform/ground.ts'
import { createChangeTargets } from './change-targets.ts'
import { createListTargets } from './list-targets.ts'

export function createTargetActions(ground: Ground) {
  return { changeTargets: createChangeTargets(ground), listRepTargets: createListTargets(ground) }
}

export type TargetActions = ReturnType<typeof createTargetActions>

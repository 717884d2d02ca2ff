import type { Ground } from '../../platform/ground.ts'
import { createTakeBounce } from './take-bounce.ts'

export function createBounceActions(ground: Ground) {
  return {
    takeBounce: createTakeBounce(ground),
  }
}

export type BounceActions = ReturnType<typeof createBounceActions>

import type { Ground, NeedsBeyond } from '../../platform/ground.ts'
import { createReadHome } from './read-home.ts'

type Shared = NeedsBeyond<typeof createReadHome>

export function createHomeActions(ground: Ground, shared: Shared) {
  return {
    readHome: createReadHome({ ...ground, ...shared }),
  }
}

import type { Ground } from '../ground.ts'
import { createReadSetUpFaults } from './recent-set-up-faults.ts'

export function createHttpActions(ground: Ground) {
  return {
    readSetUpFaults: createReadSetUpFaults(ground),
  }
}

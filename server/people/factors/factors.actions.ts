import type { Ground } from '../../platform/ground.ts'
import { createFindNextStep } from './find-next-step.ts'

export function createFactorActions(ground: Ground) {
  return { findNextStep: createFindNextStep(ground) }
}

import type { Ground } from '../../platform/ground.ts'
import { createCompleteSetUp } from './complete-set-up.ts'
import { createMakeSetUpLink } from './make-set-up-link.ts'
import { createPrepareSetUpPage } from './prepare-set-up-page.ts'
import { createReadSetUpLink } from './read-set-up-link.ts'

export function createSetUpActions(ground: Ground) {
  return {
    completeSetUp: createCompleteSetUp(ground),
    makeSetUpLink: createMakeSetUpLink(ground),
    prepareSetUpPage: createPrepareSetUpPage(ground),
    readSetUpLink: createReadSetUpLink(ground),
  }
}

export type SetUpActions = ReturnType<typeof createSetUpActions>

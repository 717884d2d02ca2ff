import type { Ground } from '../../platform/ground.ts'
import { createExplainSignIn } from './explain-sign-in.ts'
import { createUnlockAccount } from './unlock-account.ts'

export function createDiagnosisActions(ground: Ground) {
  return {
    explainSignIn: createExplainSignIn(ground),
    unlockAccount: createUnlockAccount(ground),
  }
}

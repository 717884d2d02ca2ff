import type { Ground } from '../../platform/ground.ts'
import { getAccount } from '../accounts/accounts.store.ts'
import { createFindNextStep, createReadNextStep } from './find-next-step.ts'

export function createFactorActions(ground: Ground) {
  const readNextStep = createReadNextStep(ground)
  return {
    findNextStep: createFindNextStep(ground),
    readNextStep,
    /** True for a person who confirms with a code besides the password. */
    asksCode: async (accountId: string) => (await readNextStep(await getAccount(ground.db, accountId))).kind === 'code',
  }
}

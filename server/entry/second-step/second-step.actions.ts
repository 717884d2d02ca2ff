import type { FindNextStep } from '../../people/factors/find-next-step.ts'
import type { StartSession } from '../../people/sessions/start-session.ts'
import type { Ground } from '../../platform/ground.ts'
import { createAddCodeGenerator } from './add-code-generator.ts'
import { createCheckCode } from './check-code.ts'
import { createBeginHalfDone } from './half-done.ts'
import {
  createMakeRecoveryCodes,
  createReadOwnSecondStep,
  createRemoveCodeGenerator,
  createRemovePasskey,
} from './own-second-step.ts'
import { createAddFirstFactor, createPassSecondStep } from './pass-second-step.ts'
import { createPrepareGenerator, createPrepareSecondStep } from './prepare-second-step.ts'

type Shared = { startSession: StartSession; findNextStep: FindNextStep }

export function createSecondStepActions(ground: Ground, shared: Shared) {
  const checkCode = createCheckCode(ground)
  const addCodeGenerator = createAddCodeGenerator(ground)
  const needs = { ...ground, ...shared, checkCode, addCodeGenerator }
  return {
    addCodeGenerator,
    addFirstFactor: createAddFirstFactor(needs),
    beginHalfDone: createBeginHalfDone(ground),
    checkCode,
    makeRecoveryCodes: createMakeRecoveryCodes(ground),
    passSecondStep: createPassSecondStep(needs),
    prepareGenerator: createPrepareGenerator(ground),
    prepareSecondStep: createPrepareSecondStep(needs),
    readOwnSecondStep: createReadOwnSecondStep(needs),
    removeCodeGenerator: createRemoveCodeGenerator(ground),
    removePasskey: createRemovePasskey(ground),
  }
}

export type SecondStepActions = ReturnType<typeof createSecondStepActions>

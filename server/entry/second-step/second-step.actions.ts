import type { ReadNextStep } from '../../people/factors/find-next-step.ts'
import type { StartSession } from '../../people/sessions/start-session.ts'
import type { Ground } from '../../platform/ground.ts'
import { createAddCodeGenerator } from './add-code-generator.ts'
import { createAddPasskey, createPrepareNewPasskey } from './add-passkey.ts'
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
import { createRemoveFactors } from './remove-factors.ts'
import { createCheckPasskey, createPreparePasskeySignIn, createSignInWithPasskey } from './sign-in-with-passkey.ts'

type Shared = { startSession: StartSession; readNextStep: ReadNextStep }

export function createSecondStepActions(ground: Ground, shared: Shared) {
  const checkCode = createCheckCode(ground)
  const addCodeGenerator = createAddCodeGenerator(ground)
  const checkPasskey = createCheckPasskey(ground)
  const needs = { ...ground, ...shared, checkCode, checkPasskey, addCodeGenerator }
  return {
    addCodeGenerator,
    addPasskey: createAddPasskey(ground),
    addFirstFactor: createAddFirstFactor(needs),
    beginHalfDone: createBeginHalfDone(ground),
    checkCode,
    checkPasskey,
    makeRecoveryCodes: createMakeRecoveryCodes(ground),
    passSecondStep: createPassSecondStep(needs),
    prepareNewPasskey: createPrepareNewPasskey(ground),
    preparePasskeySignIn: createPreparePasskeySignIn(ground),
    prepareGenerator: createPrepareGenerator(ground),
    prepareSecondStep: createPrepareSecondStep(needs),
    readOwnSecondStep: createReadOwnSecondStep(needs),
    removeFactors: createRemoveFactors(ground),
    removeCodeGenerator: createRemoveCodeGenerator(ground),
    removePasskey: createRemovePasskey(ground),
    signInWithPasskey: createSignInWithPasskey(needs),
  }
}

export type SecondStepActions = ReturnType<typeof createSecondStepActions>

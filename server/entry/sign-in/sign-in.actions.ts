import type { Ground, NeedsBeyond } from '../../platform/ground.ts'
import { createAskResetOption } from './ask-reset-option.ts'
import { createSignInWithPassword } from './sign-in-with-password.ts'

type Shared = NeedsBeyond<typeof createSignInWithPassword>

export function createSignInActions(ground: Ground, shared: Shared) {
  return {
    askResetOption: createAskResetOption(ground),
    signInWithPassword: createSignInWithPassword({ ...ground, ...shared }),
  }
}

import type { Ground, NeedsBeyond } from '../../platform/ground.ts'
import { createAskResetOption } from './ask-reset-option.ts'
import { createFindFirstPage } from './find-first-page.ts'
import { createSignInWithPassword } from './sign-in-with-password.ts'

type Shared = NeedsBeyond<typeof createSignInWithPassword> & NeedsBeyond<typeof createFindFirstPage>

export function createSignInActions(ground: Ground, shared: Shared) {
  return {
    askResetOption: createAskResetOption(ground),
    findFirstPage: createFindFirstPage({ ...ground, ...shared }),
    signInWithPassword: createSignInWithPassword({ ...ground, ...shared }),
  }
}

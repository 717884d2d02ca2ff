import { createHasImported } from '../../people/accounts/imported-hashes.query.ts'
import type { Ground, NeedsBeyond } from '../../platform/ground.ts'
import { createEvenAnswers } from '../../platform/passwords/even-answers.ts'
import { createAskResetOption } from './ask-reset-option.ts'
import { createFindCompanies } from './find-companies.ts'
import { createFindFirstPage } from './find-first-page.ts'
import { createSignInWithPassword } from './sign-in-with-password.ts'

type Shared = Omit<NeedsBeyond<typeof createSignInWithPassword>, 'inEvenTime'> & NeedsBeyond<typeof createFindFirstPage>

export function createSignInActions(ground: Ground, shared: Shared) {
  const hasImported = createHasImported(ground)
  const inEvenTime = createEvenAnswers({ hasImported })
  return {
    askResetOption: createAskResetOption(ground),
    findFirstPage: createFindFirstPage({ ...ground, ...shared }),
    findCompanies: createFindCompanies(ground),
    hasImported,
    signInWithPassword: createSignInWithPassword({ ...ground, ...shared, inEvenTime }),
  }
}

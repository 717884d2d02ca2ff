import type { Account } from '../../people/accounts/account.ts'
import { getAccount } from '../../people/accounts/accounts.store.ts'
import type { ReadNextStep } from '../../people/factors/find-next-step.ts'
import type { ReadSession } from '../../people/sessions/read-session.ts'
import type { Db } from '../../platform/database/tables.ts'

type Needs = {
  db: Db
  readSession: ReadSession
  /** Passed in, because apps belong to another feature (oidc/). */
  listTargets: (account: Account) => Promise<readonly { href: string }[]>
  readNextStep: ReadNextStep
}

const ownAccount = '/account'

/**
 * Finds the page that a sign-in leads to: a contact who has one target goes there, everyone else to their account. So does a
 * contact who must soon add a second step, because the account says so.
 */
export function createFindFirstPage({ db, readSession, listTargets, readNextStep }: Needs) {
  return async function findFirstPage(sessionToken: string): Promise<string> {
    const session = await readSession(sessionToken)
    if (!session) return ownAccount
    const account = await getAccount(db, session.accountId)
    if (account.kind !== 'contact') return ownAccount
    const [[target, ...others], step] = await Promise.all([listTargets(account), readNextStep(account)])
    const isDue = step.kind === 'none' && step.dueAt !== undefined
    return target && others.length === 0 && !isDue ? target.href : ownAccount
  }
}

export type FindFirstPage = ReturnType<typeof createFindFirstPage>

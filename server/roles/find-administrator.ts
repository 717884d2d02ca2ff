import type { Rights } from '../../shared/contract/rights.ts'
import { whyClosed } from '../accounts/account.ts'
import { getAccount } from '../accounts/accounts.store.ts'
import type { Db } from '../database/tables.ts'
import type { ReadSession } from '../sessions/read-session.ts'
import { getRightsOf } from './roles.store.ts'

export type Administrator = {
  accountId: string
  username: string
  fullName: string
  rights: Rights
  /** Proved who they are within the last minutes: what is sensitive may be done (ASVS 7.5.1). */
  isRecent: boolean
}

export type AdministratorFound =
  | { kind: 'administrator'; administrator: Administrator }
  | { kind: 'nobody' }
  /** Signed in, but of a type or in a state that the admin site is not for. */
  | { kind: 'not-for-you' }

/** Says whose session it is and what they may do at this moment: a role that was taken away counts at once. */
export function createFindAdministrator({ db, readSession }: { db: Db; readSession: ReadSession }) {
  return async function findAdministrator(sessionToken: string | undefined): Promise<AdministratorFound> {
    const session = await readSession(sessionToken)
    if (!session) return { kind: 'nobody' }
    const account = await getAccount(db, session.accountId)
    const isAdministrator = account.kind === 'user' && ['admin', 'dual'].includes(account.userType)
    if (!isAdministrator || whyClosed(account)) return { kind: 'not-for-you' }
    const administrator = {
      accountId: account.id,
      username: account.username,
      fullName: `${account.givenName} ${account.familyName}`.trim(),
      rights: await getRightsOf(db, account.id),
      isRecent: session.isRecent,
    }
    return { kind: 'administrator', administrator }
  }
}

export type FindAdministrator = ReturnType<typeof createFindAdministrator>

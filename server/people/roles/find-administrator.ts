import { isForAdminSite } from '../../../shared/contract/user-lists.ts'
import { fullNameOf } from '../../../shared/names/full-name.ts'
import type { AdministratorFound } from '../../platform/api/administrator.ts'
import type { Db } from '../../platform/database/tables.ts'
import { whyClosed } from '../accounts/account.ts'
import { getAccount } from '../accounts/accounts.store.ts'
import type { ReadSession } from '../sessions/read-session.ts'
import { getRightsOf } from './roles.store.ts'

/** Finds the administrator of a session and their current rights. A removed role takes effect immediately. */
export function createFindAdministrator({ db, readSession }: { db: Db; readSession: ReadSession }) {
  return async function findAdministrator(sessionToken: string | undefined): Promise<AdministratorFound> {
    const session = await readSession(sessionToken)
    if (!session) return { kind: 'nobody' }
    const account = await getAccount(db, session.accountId)
    const isAdministrator = account.kind === 'user' && isForAdminSite(account.userType)
    if (!isAdministrator || whyClosed(account)) return { kind: 'not-for-you' }
    const administrator = {
      accountId: account.id,
      username: account.username,
      fullName: fullNameOf(account),
      rights: await getRightsOf(db, account.id),
      isRecent: session.isRecent,
    }
    return { kind: 'administrator', administrator }
  }
}

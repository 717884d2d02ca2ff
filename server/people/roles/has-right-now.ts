import { type Access, allows, type ModuleName } from '../../../shared/contract/rights.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import { whyClosed } from '../accounts/account.ts'
import { findAccountById } from '../accounts/accounts.store.ts'
import { getRightsOf } from './roles.store.ts'

type Right = { accountId: string; module: ModuleName; access: Access }

/** Checks the right of an administrator again when queued work starts: it may have changed since the command. */
export async function hasRightNow(db: Queryable, { accountId, module, access }: Right): Promise<boolean> {
  const account = await findAccountById(db, accountId)
  if (!account || whyClosed(account)) return false
  return allows(await getRightsOf(db, account.id), { module, access })
}

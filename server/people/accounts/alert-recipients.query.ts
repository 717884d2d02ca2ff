import { adminSiteTypes } from '../../../shared/contract/user-lists.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import type { Account } from './account.ts'
import { listAccountsById } from './accounts.store.ts'

/**
 * Lists the administrators who receive alerts. If none is configured or able to sign in, every administrator gets them:
 * an alert without a recipient is useless (docs/decisions/019).
 */
export async function listAlertRecipients(db: Queryable): Promise<Account[]> {
  const active = db
    .selectFrom('users as u')
    .innerJoin('accounts as a', 'a.id', 'u.account_id')
    .select('a.id')
    .where('a.is_active', '=', true)
    .where('a.locked_at', 'is', null)
  const chosen = await active
    .where('u.user_type', 'in', adminSiteTypes)
    .where('u.receives_system_messages', '=', true)
    .execute()
  const rows = chosen.length > 0 ? chosen : await active.where('u.user_type', '=', 'admin').execute()
  return listAccountsById(
    db,
    rows.map(({ id }) => id),
  )
}

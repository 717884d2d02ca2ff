import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { listAccountsAt } from '../../platform/mail/failing-accounts.query.ts'
import { deleteFailing } from '../../platform/mail/failing-addresses.store.ts'
import { nameKey } from '../../platform/names/name-key.ts'

type Command = { address: string; authority: Authority }
export type FailingCleared = { kind: 'cleared' } | { kind: 'was-working' }

/**
 * Marks an address as working again, because an administrator knows that it is. The next bounce marks it as failing
 * again.
 */
export function createClearFailing({ db, clock }: { db: Db; clock: Clock }) {
  return ({ address, authority }: Command): Promise<FailingCleared> =>
    db.transaction().execute(async tx => {
      const key = nameKey(address)
      const accounts = await listAccountsAt(tx, key)
      if (!(await deleteFailing(tx, key))) return { kind: 'was-working' }
      for (const { account_id: accountId } of accounts) {
        await recordEvent(tx, { at: clock.now(), action: 'mail-works-again', ...authority, accountId })
      }
      return { kind: 'cleared' }
    })
}

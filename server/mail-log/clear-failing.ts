import { recordEvent } from '../audit/audit.store.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../database/tables.ts'
import { listAccountsAt } from '../mail/failing-accounts.query.ts'
import { deleteFailing } from '../mail/failing-addresses.store.ts'
import { nameKey } from '../names/name-key.ts'
import type { Authority } from '../roles/authority.ts'

type Order = { address: string; authority: Authority }
export type FailingCleared = { kind: 'cleared' } | { kind: 'was-working' }

/** An administrator knows that mail reaches the address again. The next one that comes back says otherwise. */
export function createClearFailing({ db, clock }: { db: Db; clock: Clock }) {
  return ({ address, authority }: Order): Promise<FailingCleared> =>
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

export type ClearFailing = ReturnType<typeof createClearFailing>

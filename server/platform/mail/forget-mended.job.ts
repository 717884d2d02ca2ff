import { recordEvent } from '../audit/audit.store.ts'
import type { Clock } from '../clock.ts'
import type { Db, Tx } from '../database/tables.ts'
import { limits } from '../limits/limits.ts'
import { listAccountsAt } from './failing-accounts.query.ts'
import { deleteFailing, listMended } from './failing-addresses.store.ts'

/** Stops treating an address as failing once it has accepted mail for a day without a bounce. */
export function createForgetMended({ db, clock }: { db: Db; clock: Clock }): () => Promise<void> {
  async function forget(tx: Tx): Promise<void> {
    const at = clock.now()
    const quiet = new Date(at.getTime() - limits.mail.mendedAfterSeconds * 1000)
    for (const address of await listMended(tx, quiet)) {
      for (const { account_id } of await listAccountsAt(tx, address)) {
        await recordEvent(tx, { at, action: 'mail-works-again', actor: 'system', accountId: account_id })
      }
      await deleteFailing(tx, address)
    }
  }
  return () => db.transaction().execute(forget)
}

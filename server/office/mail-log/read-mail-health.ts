import type { MailHealth } from '../../../shared/contract/mail.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { countMailFailing } from '../../platform/mail/failing-accounts.query.ts'
import { secondsSince } from './list-mail.ts'
import { findOldestUnsent } from './mail-log.query.ts'

/** Reads how late the queue is and how many people mail fails to reach. Every admin screen shows it. */
export function createReadMailHealth({ db, clock }: { db: Db; clock: Clock }) {
  return async function readMailHealth(): Promise<MailHealth> {
    const [oldest, failing] = await Promise.all([findOldestUnsent(db), countMailFailing(db)])
    return { oldestWaitingSeconds: secondsSince(oldest, clock.now()), failing }
  }
}

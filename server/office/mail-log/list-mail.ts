import type { MailPage, MailQuery } from '../../../shared/contract/mail.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { findOldestUnsent, readMessages } from './mail-log.query.ts'
import { toMessage } from './message-view.ts'

/** Lists one page of the log and says how long the oldest message has been queued. */
export function createListMail({ db, clock }: { db: Db; clock: Clock }) {
  return async function listMail(query: MailQuery): Promise<MailPage> {
    const [{ rows, hasMore }, oldest] = await Promise.all([readMessages(db, query), findOldestUnsent(db)])
    return {
      messages: rows.map(toMessage),
      hasMore,
      oldestWaitingSeconds: secondsSince(oldest, clock.now()),
    }
  }
}

export function secondsSince(moment: Date | undefined, now: Date): number | null {
  return moment ? Math.floor((now.getTime() - moment.getTime()) / 1000) : null
}

import type { MailPage, MailQuery } from '../../shared/contract/mail.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../database/tables.ts'
import { findOldestWaiting } from '../mail/mail.store.ts'
import { listMessages } from './mail-log.query.ts'

/** One page of the log, and how long the oldest message has been waiting. */
export function createListMail({ db, clock }: { db: Db; clock: Clock }) {
  return async function listMail(query: MailQuery): Promise<MailPage> {
    const [rows, oldest] = await Promise.all([listMessages(db, query), findOldestWaiting(db)])
    return {
      messages: rows.slice(0, query.size).map(row => ({
        id: row.id,
        to: row.recipient,
        kind: row.kind,
        state: row.state,
        attempts: row.attempts,
        lastAnswer: row.last_answer,
        createdAt: row.created_at.toISOString(),
        sentAt: row.sent_at?.toISOString() ?? null,
      })),
      hasMore: rows.length > query.size,
      oldestWaitingSeconds: oldest ? Math.floor((clock.now().getTime() - oldest.getTime()) / 1000) : null,
    }
  }
}

export type ListMail = ReturnType<typeof createListMail>

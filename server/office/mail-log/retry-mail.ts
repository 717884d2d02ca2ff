import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { limits } from '../../platform/limits/limits.ts'
import { lockMessage, waitAgain } from '../../platform/mail/mail.store.ts'
import type { QueueAgain } from '../../platform/mail/queue-mail.ts'
import { remedyOf } from './message-view.ts'

type Needs = { db: Db; clock: Clock; queueAgain: QueueAgain }
type Command = { id: string; authority: Authority }
export type MailRetried =
  | { kind: 'retried'; recipient: string }
  | { kind: 'no-such-mail' }
  /** The mail is still queued, or it was delivered. */
  | { kind: 'not-failed' }
  /** The mail's request has ended. */
  | { kind: 'ask-anew' }

/** Sends an undelivered mail again with fresh text. Two concurrent retries send it once. */
export function createRetryMail({ db, clock, queueAgain }: Needs) {
  return ({ id, authority }: Command): Promise<MailRetried> =>
    db.transaction().execute(async tx => {
      const message = await lockMessage(tx, { id })
      if (!message) return { kind: 'no-such-mail' }
      const remedy = remedyOf(message)
      if (remedy === 'ask-anew') return { kind: 'ask-anew' }
      const at = clock.now()
      const deliverBy = new Date(at.getTime() + limits.mail.retrySeconds * 1000)
      if (remedy !== 'retry' || !(await waitAgain(tx, { id, at, deliverBy }))) return { kind: 'not-failed' }
      await recordEvent(tx, { at, action: 'mail-retried', ...authority, accountId: message.accountId })
      await queueAgain(tx, id)
      return { kind: 'retried', recipient: message.recipient }
    })
}

import type { MailQuery } from '../../shared/contract/mail.ts'
import type { Queryable } from '../database/tables.ts'

/** One more than the page, so that it is known whether there is another. */
export function listMessages(db: Queryable, { state, page, size }: MailQuery) {
  const messages = db
    .selectFrom('mail_messages')
    .select(['id', 'recipient', 'kind', 'state', 'attempts', 'last_answer', 'created_at', 'sent_at'])
  return (state === undefined ? messages : messages.where('state', '=', state))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
}

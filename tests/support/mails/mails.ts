import type { MailState } from '../../../shared/contract/mail-lists.ts'
import type { TestApp } from '../servers/app.ts'

type MailToAdd = { state: MailState; kind?: string; recipient?: string; accountId?: string | null; answer?: string }

/** A finished or pending message, in the state in which the worker would leave it. */
export async function addMail(app: TestApp, mail: MailToAdd): Promise<string> {
  const { state, kind = 'test', recipient = 'somebody@elsewhere.example', accountId = null, answer = null } = mail
  const now = app.clock.now()
  const { id } = await app.database.db
    .insertInto('mail_messages')
    .values({
      kind,
      account_id: accountId,
      subject_id: null,
      recipient,
      state,
      attempts: 1,
      last_answer: answer,
      created_at: now,
      deliver_by: new Date(now.getTime() + 3_600_000),
      last_attempt_at: now,
      bounced_at: state === 'bounced' ? now : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

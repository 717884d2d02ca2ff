import type { Queryable } from '../database/tables.ts'

/** Counts the emails that wait for the mail server, up to `most`. */
export async function countWaitingMails(db: Queryable, most: number): Promise<number> {
  const waiting = db.selectFrom('mail_messages').select('id').where('state', '=', 'waiting').limit(most)
  return (await waiting.execute()).length
}

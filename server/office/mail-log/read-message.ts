import type { MailMessage } from '../../../shared/contract/mail.ts'
import type { Db } from '../../platform/database/tables.ts'
import { findMessageRow } from './mail-log.query.ts'
import { toMessage } from './message-view.ts'

/** Reads the delivery state of one message. */
export function createReadMessage({ db }: { db: Db }) {
  return async function readMessage(id: string): Promise<MailMessage | undefined> {
    const row = await findMessageRow(db, id)
    return row && toMessage(row)
  }
}

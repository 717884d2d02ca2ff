import type { Clock } from '../clock.ts'
import type { Tx } from '../database/tables.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { mailQueue } from '../jobs/queue-names.ts'
import { insertMessage, type NewMessage } from './mail.store.ts'

export type MailToQueue = Omit<NewMessage, 'createdAt'> & {
  /** When a person requested it, if earlier. The wait for the worker counts towards the delay of the mail. */
  requestedAt?: Date
}
export type QueueMail = (tx: Tx, mail: MailToQueue) => Promise<string>

/** Queues a mail in the caller's transaction: the event and the mail are both recorded, or neither is. */
export function createQueueMail({ jobs, clock }: { jobs: Jobs; clock: Clock }): QueueMail {
  return async function queueMail(tx, { requestedAt, ...mail }) {
    const id = await insertMessage(tx, { ...mail, createdAt: requestedAt ?? clock.now() })
    await jobs.add(tx, mailQueue, { messageId: id }, { key: id })
    return id
  }
}

export type QueueAgain = (tx: Tx, messageId: string) => Promise<void>

/** Wakes the worker for a message that is waiting again. */
export function createQueueAgain({ jobs }: { jobs: Jobs }): QueueAgain {
  return async function queueAgain(tx, messageId) {
    await jobs.add(tx, mailQueue, { messageId }, { key: messageId })
  }
}

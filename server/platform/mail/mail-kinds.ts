import type { Tx } from '../database/tables.ts'
import type { MailBlock } from './mail-content.ts'

/** The data that a feature queues: no words and no secrets, only what it needs to build them at delivery. */
export type MailMessage = {
  id: string
  kind: string
  accountId: string | null
  subjectId: string | null
  recipient: string
  createdAt: Date
  deliverBy: Date
  /** Number of failed delivery attempts so far. */
  attempts: number
}

/** Made at delivery like every other content: the queue never holds one. */
export type MailAttachment = { fileName: string; mediaType: string; content: Buffer }

export type Mail = {
  subject: string
  heading: string
  blocks: readonly MailBlock[]
  attachments?: readonly MailAttachment[]
}

export type ComposedMail =
  /**
   * The mail has lost its purpose (the request was voided in the meantime). Nothing is sent, and nothing else happens.
   */
  | { kind: 'cancel'; why: string }
  | {
      kind: 'mail'
      mail: Mail
      /** The server answered 250. Runs in the transaction that marks the message sent. */
      accepted(tx: Tx, at: Date): Promise<void>
      /**
       * The server did not accept, so the secrets of this attempt are void. Runs in the transaction that records the
       * attempt.
       */
      refused(tx: Tx, at: Date): Promise<void>
    }

/**
 * A kind of mail, defined by the feature that owns it. `compose` creates the secrets and commits what it keeps of them
 * before it returns. If the process dies after that, the secrets are neither accepted nor refused, and the next attempt
 * composes again.
 */
export type MailKind = {
  compose(message: MailMessage): Promise<ComposedMail>
  /** The message ended undelivered: it expired, or the server refused it permanently. */
  expired(tx: Tx, message: MailMessage): Promise<void>
}

export type MailKinds = Readonly<Record<string, MailKind>>

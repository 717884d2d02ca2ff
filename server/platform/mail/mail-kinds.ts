import type { Tx } from '../database/tables.ts'
import type { MailBlock } from './mail-frame.ts'

/** What a feature queues: no words and no secret, only what it needs to find those at the hand-over. */
export type MailMessage = {
  id: string
  kind: string
  accountId: string | null
  subjectId: string | null
  recipient: string
  createdAt: Date
  deliverBy: Date
  /** Hand-overs that have failed so far. */
  attempts: number
}

export type Mail = { subject: string; heading: string; blocks: readonly MailBlock[] }

export type ComposedMail =
  /** The mail has lost its purpose (the request was voided meanwhile): nothing is sent, and nothing else happens. */
  | { kind: 'cancel'; why: string }
  | {
      kind: 'mail'
      mail: Mail
      /** The server answered 250: runs in the transaction that marks the message sent. */
      accepted(tx: Tx, at: Date): Promise<void>
      /** It did not, so what was made for this attempt is void: runs in the transaction that records the attempt. */
      refused(tx: Tx, at: Date): Promise<void>
    }

/**
 * A kind of mail, as the feature that it belongs to defines it. Secrets are born in `compose`, which commits what it
 * keeps of them before it answers. A process that dies after it leaves a pair that was neither accepted nor refused,
 * and the next attempt composes anew.
 */
export type MailKind = {
  compose(message: MailMessage): Promise<ComposedMail>
  /** The message has ended undelivered: its time was over, or the server refused it for good. */
  expired(tx: Tx, message: MailMessage): Promise<void>
}

export type MailKinds = Readonly<Record<string, MailKind>>

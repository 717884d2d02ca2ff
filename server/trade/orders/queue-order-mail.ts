import { daySeconds } from '../../../shared/time.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database/tables.ts'
import type { QueueMail } from '../../platform/mail/queue-mail.ts'
import { orderReceivedKind, quoteMailKind } from './order.mail.ts'
import { findRecipient } from './order-recipient.query.ts'

/** A mail server that is down over a weekend delays the email. Later, it would confuse. */
const deliverySeconds = 3 * daySeconds

export type NeedsOfOrderMail = { queueMail: QueueMail; clock: Clock }

/**
 * Queues the email about a new order or quote in the transaction that adds it. A quote goes to the contact whom the rep
 * named. An order is confirmed only if the organisation wants that.
 */
export function createQueueOrderMail({ queueMail, clock }: NeedsOfOrderMail) {
  return async function queueOrderMail(tx: Tx, orderId: string): Promise<void> {
    const recipient = await findRecipient(tx, orderId)
    if (!recipient || recipient.kind === 'return') return
    if (recipient.kind === 'order' && !(await getOrganisation(tx)).confirmsOrders) return
    await queueMail(tx, {
      kind: recipient.kind === 'quote' ? quoteMailKind : orderReceivedKind,
      accountId: recipient.accountId,
      subjectId: orderId,
      recipient: recipient.email,
      deliverBy: new Date(clock.now().getTime() + deliverySeconds * 1000),
    })
  }
}

import { daySeconds } from '../../../shared/time.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database/tables.ts'
import type { QueueMail } from '../../platform/mail/queue-mail.ts'
import { orderCopyKind, orderReceivedKind, quoteMailKind } from './order.mail.ts'
import { findRecipient, listRepsToTell, type OrderRecipient } from './order-recipient.query.ts'

/** A mail server that is down over a weekend delays the email. Later, it would confuse. */
const deliverySeconds = 3 * daySeconds

export type NeedsOfOrderMail = { queueMail: QueueMail; clock: Clock }

/**
 * Queues the email about a new order or quote in the transaction that adds it. A quote goes to the contact whom the rep
 * named. An order that a rep captured is confirmed only if the organisation wants that. An order on the website always is,
 * and reps who want messages of the system get a copy.
 */
export function createQueueOrderMail({ queueMail, clock }: NeedsOfOrderMail) {
  const queueTo = (
    tx: Tx,
    orderId: string,
    kind: string,
    { accountId, email }: Pick<OrderRecipient, 'accountId' | 'email'>,
  ) =>
    queueMail(tx, {
      kind,
      accountId,
      subjectId: orderId,
      recipient: email,
      deliverBy: new Date(clock.now().getTime() + deliverySeconds * 1000),
    })

  return async function queueOrderMail(tx: Tx, orderId: string): Promise<void> {
    const recipient = await findRecipient(tx, orderId)
    if (!recipient || recipient.kind === 'return') return
    const isFromWebsite = recipient.source === 'website'
    if (recipient.kind === 'order' && !isFromWebsite && !(await getOrganisation(tx)).confirmsOrders) return
    await queueTo(tx, orderId, recipient.kind === 'quote' ? quoteMailKind : orderReceivedKind, recipient)
    if (!isFromWebsite) return
    for (const rep of await listRepsToTell(tx, orderId)) await queueTo(tx, orderId, orderCopyKind, rep)
  }
}

import { buffer } from 'node:stream/consumers'
import type { OrderStatus } from '../../../shared/contract/order-status.ts'
import type { OrderDetails } from '../../../shared/contract/orders.ts'
import type { Mail, MailKind } from '../../platform/mail/mail-kinds.ts'
import { createPrintOrder, type PrintNeeds } from './print-order.ts'
import { createReadOrder } from './read-order.ts'

const ended: readonly OrderStatus[] = ['cancelled', 'ordered', 'lapsed', 'withdrawn']
const nothing = async () => {}

/**
 * Writes the email about an order or a quote at delivery, with its PDF. The queue holds the id alone, so a retry sends
 * the order as it is by then, and nothing about one that has ended.
 */
export function createOrderMail(needs: PrintNeeds, toMail: (order: OrderDetails) => Mail): MailKind {
  const [readOrder, printOrder] = [createReadOrder(needs), createPrintOrder(needs)]
  return {
    compose: async ({ subjectId }) => {
      const order = subjectId === null ? undefined : await readOrder(subjectId)
      const printed = order && (await printOrder(order.id))
      if (!order || !printed) return { kind: 'cancel', why: 'the order no longer exists' }
      if (ended.includes(order.status)) return { kind: 'cancel', why: `it is already ${order.status}` }
      const pdf = { fileName: printed.fileName, mediaType: 'application/pdf', content: await buffer(printed.content) }
      return { kind: 'mail', mail: { ...toMail(order), attachments: [pdf] }, accepted: nothing, refused: nothing }
    },
    expired: nothing,
  }
}

import type { OrderDetails } from '../../../shared/contract/orders.ts'
import type { Mail } from '../../platform/mail/mail-kinds.ts'

export const orderReceivedKind = 'order received'
export const quoteMailKind = 'quote'

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const dayWords = (day: string) => days.format(new Date(`${day}T00:00:00Z`))
const moneyWords = (cents: number, currency: string) =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(cents / 100)

const totalWords = ({ totals: { netCents, grossCents }, currency }: OrderDetails) =>
  `Net total: ${moneyWords(netCents, currency)}. Gross total: ${moneyWords(grossCents, currency)}.`

const countWords = ({ lines }: OrderDetails) => (lines.length === 1 ? '1 line' : `${lines.length} lines`)

/** Tells the contact that an order has arrived. */
export function orderReceivedMail(order: OrderDetails): Mail {
  const { number, retailer, requestedDay } = order
  return {
    subject: `We received order ${number}`,
    heading: `We received order ${number}`,
    blocks: [
      { kind: 'paragraph', text: `The order for ${retailer.name} has ${countWords(order)}. ${totalWords(order)}` },
      ...(requestedDay ? [{ kind: 'paragraph' as const, text: `You asked for it on ${dayWords(requestedDay)}.` }] : []),
      { kind: 'paragraph', text: 'The attached PDF lists every line.' },
      { kind: 'note', text: "Didn't order this, or is something wrong? Tell us soon, before it is shipped." },
    ],
  }
}

export function quoteMail(order: OrderDetails): Mail {
  const { number, retailer, validUntil } = order
  return {
    subject: `Quote ${number}`,
    heading: `Quote ${number} for ${retailer.name}`,
    blocks: [
      { kind: 'paragraph', text: `The quote has ${countWords(order)}. ${totalWords(order)}` },
      ...(validUntil ? [{ kind: 'paragraph' as const, text: `It is valid until ${dayWords(validUntil)}.` }] : []),
      { kind: 'paragraph', text: 'The attached PDF lists every line.' },
      { kind: 'note', text: 'To order, answer your rep. We check the prices of that day with you first.' },
    ],
  }
}

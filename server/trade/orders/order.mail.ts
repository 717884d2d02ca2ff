import type { OrderDetails } from '../../../shared/contract/orders.ts'
import type { MailBlock } from '../../platform/mail/mail-content.ts'
import type { Mail } from '../../platform/mail/mail-kinds.ts'

export const orderReceivedKind = 'order received'
export const quoteMailKind = 'quote'
export const orderCopyKind = 'order on the website'

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const dayWords = (day: string) => days.format(new Date(`${day}T00:00:00Z`))
const moneyWords = (cents: number, currency: string) =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(cents / 100)

const totalWords = ({ totals: { netCents, grossCents }, currency }: OrderDetails) =>
  `Net total: ${moneyWords(netCents, currency)}. Gross total: ${moneyWords(grossCents, currency)}.`

const countWords = ({ lines }: OrderDetails) => (lines.length === 1 ? '1 line' : `${lines.length} lines`)

const factsOf = (order: OrderDetails): MailBlock[] => {
  const { purchaseOrder, requestedDay } = order
  return [
    ...(purchaseOrder === '' ? [] : [{ kind: 'paragraph' as const, text: `Your order number: ${purchaseOrder}.` }]),
    ...(requestedDay ? [{ kind: 'paragraph' as const, text: `Requested day: ${dayWords(requestedDay)}.` }] : []),
    { kind: 'paragraph', text: 'The attached PDF lists every line.' },
  ]
}

/** Tells the contact that an order has arrived. A contact who ordered on the website can follow it there. */
export const createOrderReceivedMail =
  (publicUrl: string) =>
  (order: OrderDetails): Mail => {
    const { id, number, retailer, source } = order
    const address = `${publicUrl}/shop/orders/${id}`
    return {
      subject: `We received order ${number}`,
      heading: `We received order ${number}`,
      blocks: [
        { kind: 'paragraph', text: `The order for ${retailer.name} has ${countWords(order)}. ${totalWords(order)}` },
        ...factsOf(order),
        ...(source === 'website' ? [{ kind: 'link' as const, label: 'See the order', address }] : []),
        { kind: 'note', text: "Didn't order this, or is something wrong? Tell us soon, before it is shipped." },
      ],
    }
  }

/** Tells a rep that a retailer of the territory has ordered on the website. */
export function orderCopyMail(order: OrderDetails): Mail {
  const { number, retailer, by } = order
  return {
    subject: `${retailer.name} ordered on the website: ${number}`,
    heading: `Order ${number} of ${retailer.name}`,
    blocks: [
      {
        kind: 'paragraph',
        text: `${by.name} placed it on the website. It has ${countWords(order)}. ${totalWords(order)}`,
      },
      ...factsOf(order),
      { kind: 'note', text: 'The order is in your app after its next sync.' },
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

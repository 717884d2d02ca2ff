import { z } from 'zod'
import { givenMoment } from '../../../shared/contract/moment.ts'
import { cents, day, error, line, remark, username, whole } from '../../../shared/contract/row-fields.ts'
import { text } from '../../../shared/contract/text.ts'

const id = (what: string) => z.uuid(`${what} is an ID as the app exports it.`)

/** One line of an order, a quote or a return, or a note: a row of the file that the app exports. */
export const capturedRow = z.strictObject(
  {
    id: id('Every row'),
    kind: z.enum(['order', 'quote', 'return', 'note'], 'Write order, quote, return or note.'),
    capturedAt: text('Say when it was captured.').refine(
      moment => givenMoment.safeParse(moment).success,
      'Write a time in UTC, such as 2026-05-04T08:00:00Z.',
    ),
    username,
    deviceId: id('A device').optional(),
    accountNumber: line('Name a retailer.', 60).optional(),
    retailerId: id('A retailer').optional(),
    line: whole('A line is a whole number.', { least: 1, most: 500 }).optional(),
    code: line('Name a product.', 60).optional(),
    productId: id('A product').optional(),
    quantity: whole('A quantity is a whole number.', { least: 1, most: 100_000 }).optional(),
    priceCents: cents('This is no price.').optional(),
    currency: line('Name a currency.', 3).optional(),
    note: remark('A note is text.', 4000).optional(),
    requestedDay: day.optional(),
    validUntil: day.optional(),
    contactId: id('A contact').optional(),
    quoteId: id('A quote').optional(),
  },
  { error },
)

export type CapturedRow = z.infer<typeof capturedRow>

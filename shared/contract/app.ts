import { z } from 'zod'
import { moment } from './app-row-parts.ts'
import { collections } from './app-rows.ts'
import { endReasons } from './end-reasons.ts'
import { givenMoment } from './moment.ts'
import { orderLine } from './order-rows.ts'
import { problemShape } from './problem.ts'
import { text } from './text.ts'

/** The requests and answers of the reps' app. Every amount is in hundredths of the organisation's currency. */
const count = z.number().int().min(0)

/** A larger order is a typing error. */
export const largestTotalCents = 10_000_000_000

const rejectionCodes = [
  'price-changed',
  'no-such-product',
  'no-such-retailer',
  'not-your-retailer',
  'bad-payload',
  'retailer-closed',
  'total-too-large',
  'id-taken',
  'bad-day',
  'no-such-contact',
  'no-such-order',
  'cannot-be-cancelled',
  'quote-not-open',
] as const

/** An app from before returns, cancellations and visits sends the first three. */
export const itemTypes = ['order', 'quote', 'note', 'return', 'cancel', 'visit'] as const

const ids = {
  retailer: '0192f0c1-0000-7000-8000-00000000000a',
  product: '0192f0c1-0000-7000-8000-00000000000b',
  item: '0192f0c1-0000-7000-8000-00000000000c',
  device: '0192f0c1-0000-7000-8000-00000000000d',
  territory: '0192f0c1-0000-7000-8000-00000000000e',
}

/** With a reason, the sign-in has ended. Without one, it has not: the app needs a new token. */
export const notSignedIn = problemShape.extend({ reason: z.enum(endReasons).optional() })

/** The person who is signed in to the app. */
export const appPerson = z
  .object({
    accountId: z.uuid(),
    username: z.string(),
    fullName: z.string(),
    userType: z.enum(['dual', 'device']),
    canResetByMail: z.boolean(),
    organisation: z.object({ name: z.string(), contactLine: z.string() }),
    territories: z.array(z.object({ id: z.uuid(), name: z.string() })),
    sessionEndsAt: moment,
    serverTime: moment,
    currency: z.string().length(3).describe('ISO 4217'),
    timeZone: z.string().describe('IANA name: days of prices and visits are days in this zone'),
    isDrill: z.literal(true).optional().describe('A restored copy is being tested: no email is sent'),
    hiddenAfterDays: count.describe('Days without contact with the server after which the app hides the data'),
  })
  .meta({
    examples: [
      {
        accountId: '0192f0c1-0000-7000-8000-000000000002',
        username: 'riley.rep@harbourvale.example',
        fullName: 'Riley Rep',
        userType: 'device',
        canResetByMail: true,
        organisation: { name: 'Harbour & Vale Wholesale', contactLine: 'Call the office.' },
        territories: [{ id: ids.territory, name: 'Harbour' }],
        sessionEndsAt: '2026-06-03T08:12:00.000Z',
        serverTime: '2026-05-04T08:12:00.000Z',
        currency: 'GBP',
        timeZone: 'Europe/London',
        hiddenAfterDays: 30,
      },
    ],
  })

export const collectionName = z.object({ collection: z.enum(collections) })

/** `after` is the cursor of the previous page; absent for the first. */
export const pullQuery = z.object({
  after: text().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(5000).default(1000),
})

/**
 * A page of changes. `removed` lists rows that no longer exist or no longer belong to the rep. It may contain ids that
 * the device never had.
 */
export const pulledPage = z
  .object({
    rows: z.array(z.record(z.string(), z.unknown())).describe('Rows of the collection'),
    removed: z.array(z.uuid()),
    cursor: z.string(),
    isComplete: z.boolean(),
    total: count.describe('Number of rows in the collection for this rep'),
  })
  .meta({
    examples: [
      {
        rows: [{ id: ids.item, retailerId: ids.retailer, productId: ids.product, priceCents: 480 }],
        removed: [],
        cursor: 'a1b2c3.4711.0192f0c1-0000-7000-8000-00000000000c',
        isComplete: true,
        total: 1,
      },
    ],
  })

/** The payload of an order, a quote or a return. An app from before a field leaves it out. */
export const orderPayload = z.object({
  retailerId: z.uuid(),
  lines: z.array(orderLine).min(1).max(500),
  note: text().max(2000).default(''),
  contactId: z.uuid().nullish().describe('The contact of the retailer who ordered and gets the email'),
  requestedDay: z.iso.date().nullish().describe('Of an order: it is held until this day'),
  validUntil: z.iso.date().nullish().describe('Of a quote: its last day. The server chooses one if it is absent'),
  quoteId: z.uuid().nullish().describe('Of an order: the quote that becomes it'),
})

/** Cancels an order or a return that is still received, and withdraws a quote that is still open. */
export const cancelPayload = z.object({ orderId: z.uuid() })

/** A visit that a rep plans. */
export const visitPayload = z.object({
  retailerId: z.uuid(),
  at: givenMoment,
  note: text().trim().max(500).default(''),
})

export const notePayload = z.object({ retailerId: z.uuid(), text: text().trim().min(1).max(4000) })

/** Loose on purpose: the server rejects a bad item by itself and accepts the others. */
const pushedItem = z.object({
  id: z.uuid().describe('Assigned by the device: the server accepts the item once, however often it is sent'),
  type: z.string().max(200),
  capturedAt: z.string().max(200),
  payload: z.record(z.string(), z.unknown()),
})

export const pushBody = z.object({
  deviceId: z.uuid(),
  items: z.array(pushedItem).min(1).max(50),
})

const priceChange = z.object({
  place: count.describe('Place of the line, from 0'),
  productId: z.uuid(),
  beforeCents: count,
  priceCents: count,
})

const rejection = z.object({
  code: z.enum(rejectionCodes),
  message: z.string(),
  field: z.string().describe('Path of the field, such as lines.2.priceCents'),
  changes: z.array(priceChange).optional().describe('Every line whose price has changed'),
})

export const pushAnswer = z
  .object({
    results: z.array(
      z.object({
        id: z.uuid(),
        outcome: z.enum(['accepted', 'duplicate', 'rejected']),
        number: z.string().optional(),
        rejection: rejection.optional(),
      }),
    ),
  })
  .meta({ examples: [{ results: [{ id: ids.item, outcome: 'accepted', number: 'O100001' }] }] })

export const discardBody = z.object({ id: z.uuid() })

export const discardAnswer = z.object({ kind: z.literal('kept-here') }).meta({ examples: [{ kind: 'kept-here' }] })

/** More than any device can hold. */
const waitingCount = count.max(1_000_000)

export const heartbeatBody = z.object({
  deviceId: z.uuid(),
  deviceName: text().max(100),
  appVersion: text().max(40),
  waiting: z.object({
    orders: waitingCount,
    quotes: waitingCount,
    notes: waitingCount,
    others: waitingCount.default(0).describe('Returns, cancellations and visits. An older app has none'),
  }),
  oldestWaitingAt: givenMoment.nullable(),
  lastCompleteSyncAt: givenMoment.nullable(),
})

export const heartbeatAnswer = z
  .object({ serverTime: moment })
  .meta({ examples: [{ serverTime: '2026-05-04T08:12:00.000Z' }] })

/** Sent by a device whose sign-in has ended: the ids to look up, and the items it may send under a release. */
export const handInBody = z.object({
  deviceId: z.uuid(),
  ids: z.array(z.uuid()).max(500),
  items: z.array(pushedItem).max(50),
  isLast: z.boolean().describe('Nothing more follows: the release is used up'),
})

export const handInAnswer = z
  .object({
    isOpen: z.boolean().describe('True if an administrator has released the unsent items of this device'),
    kept: z.array(z.uuid()).describe('The items that the server now has'),
  })
  .meta({ examples: [{ isOpen: true, kept: [ids.item] }] })

export const contactId = z.object({ id: z.uuid() })

export const contactResetAnswer = z
  .object({ kind: z.literal('sent'), address: z.string().describe('Address that the email is sent to') })
  .meta({ examples: [{ kind: 'sent', address: 'buyer@cornerstore.example' }] })

export type AppPerson = z.infer<typeof appPerson>
export type OrderPayload = z.infer<typeof orderPayload>
export type CancelPayload = z.infer<typeof cancelPayload>
export type VisitPayload = z.infer<typeof visitPayload>
export type NotePayload = z.infer<typeof notePayload>
export type PushBody = z.infer<typeof pushBody>
export type PushItem = PushBody['items'][number]
export type PushAnswer = z.infer<typeof pushAnswer>
export type PushResult = PushAnswer['results'][number]
export type Rejection = z.infer<typeof rejection>
export type HandIn = z.infer<typeof handInBody>
export type HandInAnswer = z.infer<typeof handInAnswer>
export type Heartbeat = z.infer<typeof heartbeatBody>

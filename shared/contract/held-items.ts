import { z } from 'zod'
import { heldStates } from './held-lists.ts'

const moment = z.iso.datetime().describe('ISO 8601, UTC')
const count = z.number().int().min(0)

export const heldQuery = z.object({
  state: z.enum(heldStates).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
})

export const heldItemId = z.object({ id: z.uuid() })

export const heldItem = z.object({
  id: z.uuid(),
  kind: z.string().describe('Such as order, quote or note'),
  state: z.enum(heldStates),
  by: z.object({ id: z.uuid(), fullName: z.string(), username: z.string() }),
  device: z.string().nullable(),
  retailer: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  capturedAt: moment.nullable(),
  receivedAt: moment,
  reason: z.object({ word: z.string(), text: z.string(), field: z.string() }).nullable(),
  lines: z.array(z.object({ product: z.string(), quantity: z.number().int(), priceCents: z.number().int() })),
  totalCents: z.number().int().nullable(),
  note: z.string(),
  asSent: z.string().nullable().describe('The raw text, if it cannot be read as an order, a quote or a note'),
})

/** Items that wait for an administrator's decision, newest first. */
export const heldPage = z
  .object({
    items: z.array(heldItem),
    hasMore: z.boolean(),
    toDecide: count.describe('Released items that wait for a decision'),
    currency: z.string().length(3).describe('ISO 4217'),
  })
  .meta({
    examples: [
      {
        items: [
          {
            id: '0192f0c1-0000-7000-8000-00000000000c',
            kind: 'order',
            state: 'rejected',
            by: {
              id: '0192f0c1-0000-7000-8000-000000000002',
              fullName: 'Riley Rep',
              username: 'riley.rep@harbourvale.example',
            },
            device: 'Browser on Android',
            retailer: { id: '0192f0c1-0000-7000-8000-00000000000a', name: 'Corner Store' },
            capturedAt: '2026-05-04T08:12:00.000Z',
            receivedAt: '2026-05-04T09:00:00.000Z',
            reason: {
              word: 'price-changed',
              text: 'Oat Drink costs £2.40 now, not £2.10.',
              field: 'lines.0.priceCents',
            },
            lines: [{ product: 'Oat Drink 1 l', quantity: 12, priceCents: 210 }],
            totalCents: 2520,
            note: 'ring the bell',
            asSent: null,
          },
        ],
        hasMore: false,
        toDecide: 0,
        currency: 'GBP',
      },
    ],
  })

const waitingDevice = z.object({
  person: z.object({ id: z.uuid(), fullName: z.string(), username: z.string() }),
  device: z.string(),
  appVersion: z.string(),
  waiting: z
    .object({ orders: count, quotes: count, notes: count, others: count })
    .describe('As last reported by the device'),
  oldestWaitingAt: moment.nullable(),
  lastSeenAt: moment,
  canSignIn: z.boolean(),
  canBeReleased: z.boolean().describe('True if the device can be recognised again without a sign-in'),
  releasedUntil: moment.nullable(),
})

/** Devices with unsent items, or possibly with unsent items because their user can't sign in any more. */
export const waitingDevices = z.object({ devices: z.array(waitingDevice) }).meta({
  examples: [
    {
      devices: [
        {
          person: {
            id: '0192f0c1-0000-7000-8000-000000000002',
            fullName: 'Riley Rep',
            username: 'riley.rep@harbourvale.example',
          },
          device: 'Browser on Android',
          appVersion: '0.1.0',
          waiting: { orders: 3, quotes: 0, notes: 1, others: 0 },
          oldestWaitingAt: '2026-05-02T08:12:00.000Z',
          lastSeenAt: '2026-05-02T08:30:00.000Z',
          canSignIn: false,
          canBeReleased: true,
          releasedUntil: null,
        },
      ],
    },
  ],
})

export type HeldQuery = z.infer<typeof heldQuery>
export type HeldPage = z.infer<typeof heldPage>
export type HeldItem = HeldPage['items'][number]
export type WaitingDevices = z.infer<typeof waitingDevices>
export type WaitingDevice = WaitingDevices['devices'][number]

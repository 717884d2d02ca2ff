import { z } from 'zod'
import { userTypes } from './user-lists.ts'

const most = 1_000_000
const seats = z.number().int().min(0).max(most)
const amount = 'Enter an amount such as 15.00.'
const cents = z
  .number(amount)
  .int(amount)
  .min(0, amount)
  .max(100_000_00, 'Enter at most 100,000.')
  .describe('Hundredths of the currency, for one licence and month; 0 if unknown')

const licence = z.object({ userType: z.enum(userTypes), used: seats, enabled: seats, monthlyPriceCents: cents })

const change = z.object({
  at: z.iso.datetime(),
  userType: z.enum(userTypes),
  from: seats,
  to: seats,
  priceFrom: cents.nullable(),
  priceTo: cents.nullable(),
  by: z.string().nullable(),
})

/** Licences of each user type, and the latest changes. */
export const subscription = z
  .object({ licences: z.array(licence), changes: z.array(change), currency: z.string() })
  .meta({
    examples: [
      {
        currency: 'GBP',
        licences: [{ userType: 'device', used: 42, enabled: 50, monthlyPriceCents: 1500 }],
        changes: [
          {
            at: '2026-05-04T08:12:00.000Z',
            userType: 'device',
            from: 40,
            to: 50,
            priceFrom: 1500,
            priceTo: 1500,
            by: 'ava.admin@harbourvale.example',
          },
        ],
      },
    ],
  })

export const licenceType = z.object({ type: z.enum(userTypes) })

/** Refused if fewer would be enabled than are in use. */
export const licenceChange = z.strictObject({ enabled: seats, monthlyPriceCents: cents })

export type Subscription = z.infer<typeof subscription>
export type LicenceChange = z.infer<typeof licenceChange>

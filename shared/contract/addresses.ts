import { z } from 'zod'
import { typedAddress } from './typed-address.ts'

const moment = z.iso.datetime().describe('ISO 8601, UTC')

/** A user's new username: an email address, which from then on also receives the user's email. */
export const usernameChange = z.strictObject({ username: typedAddress })

/** A contact's email address and username. The username is the address itself or a name without @. */
export const contactAddressChange = z.strictObject({ username: typedAddress, email: typedAddress })

/** The change to approve: the one the administrator reviewed, not a later one. */
export const addressApproval = z.strictObject({ changeId: z.uuid() })

/** An address that another person set: no password email goes there yet. */
export const newAddress = z
  .object({
    waiting: z
      .object({
        changeId: z.uuid(),
        until: moment.nullable().describe('Null after an objection: the address then waits for a decision'),
        isPutBack: z.boolean().describe('The old address is back; the objection still blocks the next new one'),
        before: z.string().nullable(),
        address: z.string(),
        changedAt: moment,
        changedBy: z.string().nullable().describe('A username, while the account exists'),
        whyNot: z
          .enum(['above-you', 'own-change', 'too-new'])
          .nullable()
          .describe('Why you cannot approve it; null if you can'),
      })
      .nullable(),
  })
  .meta({
    examples: [
      {
        waiting: {
          changeId: '0192f0c1-0000-7000-8000-000000000051',
          until: '2026-05-05T08:12:00.000Z',
          isPutBack: false,
          before: 'riley.rep@harbourvale.example',
          address: 'riley.marlow@harbourvale.example',
          changedAt: '2026-05-04T08:12:00.000Z',
          changedBy: 'ava.admin@harbourvale.example',
          whyNot: null,
        },
      },
    ],
  })

export type NewAddress = z.infer<typeof newAddress>

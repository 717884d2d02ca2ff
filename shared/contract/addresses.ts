import { z } from 'zod'
import { typedAddress } from './typed-address.ts'

const moment = z.iso.datetime().describe('ISO 8601, UTC')

/** The new username of a user: an e-mail address, and where its mails go from then on. */
export const usernameChange = z.strictObject({ username: typedAddress })

/** Where the mails of a contact go, and its username: the address itself, or a name without @. */
export const contactAddressChange = z.strictObject({ username: typedAddress, email: typedAddress })

/** Which change is approved: the one that was looked at, and no later one. */
export const addressApproval = z.strictObject({ changeId: z.uuid() })

/** An address that another person gave an account: no mail that leads to a password goes there yet. */
export const newAddress = z
  .object({
    waiting: z
      .object({
        changeId: z.uuid(),
        until: moment.nullable().describe('Null after an objection: then it waits until somebody decides'),
        isPutBack: z.boolean().describe('The old address is back, and the objection still holds the next new one'),
        before: z.string().nullable(),
        address: z.string(),
        changedAt: moment,
        changedBy: z.string().nullable().describe('A username, while that is known'),
        whyNot: z
          .enum(['above-you', 'own-change', 'too-new'])
          .nullable()
          .describe('Why you cannot approve it; null where you can'),
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

import { z } from 'zod'
import { filledText } from './text.ts'

const moment = z.iso.datetime().describe('ISO 8601, UTC')

export const mostTokenDays = 365
const daysWords = `Enter a number of days from 1 to ${mostTokenDays}.`

export const newServiceToken = z.strictObject({
  name: filledText('Enter a name, such as ERP.', 100),
  roleId: z.uuid('Choose a role.'),
  days: z.number(daysWords).int(daysWords).min(1, daysWords).max(mostTokenDays, daysWords),
})

const serviceToken = z.object({
  id: z.uuid(),
  name: z.string(),
  role: z.string(),
  createdAt: moment,
  expiresAt: moment,
  lastUsedAt: moment.nullable().describe('Exact to a minute'),
  isExpired: z.boolean(),
})

const id = '0192f0c1-0000-7000-8000-000000000061'

export const serviceTokenList = z.object({ services: z.array(serviceToken) }).meta({
  examples: [
    {
      services: [
        {
          id,
          name: 'ERP',
          role: 'ERP',
          createdAt: '2026-05-04T08:12:00.000Z',
          expiresAt: '2026-11-04T08:12:00.000Z',
          lastUsedAt: null,
          isExpired: false,
        },
      ],
    },
  ],
})

export const serviceTokenId = z.object({ id: z.uuid() })

/** The only answer that holds the token. */
export const serviceTokenAdded = z
  .object({ kind: z.string(), text: z.string(), token: z.string() })
  .meta({ examples: [{ kind: 'added', text: 'The token ERP is made.', token: '…' }] })

export type NewServiceToken = z.infer<typeof newServiceToken>
export type ServiceTokenList = z.infer<typeof serviceTokenList>
export type ServiceToken = ServiceTokenList['services'][number]
export type ServiceTokenAdded = z.infer<typeof serviceTokenAdded>

import { z } from 'zod'
import { contactSorts, invitedChoices } from './contact-lists.ts'
import { websiteAccessChoices } from './retailer-lists.ts'
import { contactExample, contactSummary } from './retailers.ts'
import { text } from './text.ts'
import { mailChoices, signedInChoices, sortOrders } from './user-lists.ts'

/**
 * Every word of `search` must match the contact's name, username, email or phone, or the name, account number or town of
 * the retailer. Accents don't matter.
 */
export const contactFilter = z.object({
  search: text().max(100).default(''),
  access: z.enum(websiteAccessChoices).optional(),
  invited: z.enum(invitedChoices).optional().describe('waiting: invited, and no password chosen yet'),
  signedIn: z.enum(signedInChoices).optional(),
  mail: z.enum(mailChoices).optional().describe('Contacts whose email is returned'),
  type: text().max(100).optional().describe('The type of the retailer'),
  territory: z.uuid().optional().describe('Of the retailer'),
})

export const contactQuery = contactFilter.extend({
  sort: z.enum(contactSorts).default('name'),
  order: z.enum(sortOrders).default('ascending'),
  after: z.uuid().optional().describe('The last contact of the previous page'),
  size: z.coerce.number().int().min(1).max(100).default(20),
})

const contactRow = contactSummary.extend({
  phone: z.string(),
  retailerId: z.uuid(),
  retailerName: z.string(),
  accountNumber: z.string().describe('Of the retailer'),
  town: z.string().describe('Of the retailer; may be empty'),
  invitedAt: z.iso.datetime().nullable(),
  isMailFailing: z.boolean(),
})

export const contactPage = z
  .object({
    contacts: z.array(contactRow),
    total: z.number().int().describe('10001 if there are more than 10000'),
    hasMore: z.boolean(),
  })
  .meta({
    examples: [
      {
        contacts: [
          {
            ...contactExample,
            phone: '020 7946 0000',
            retailerId: '0192f0c1-0000-7000-8000-000000000011',
            retailerName: 'Corner Store',
            accountNumber: 'HV1001',
            town: 'Harbour Vale',
            invitedAt: null,
            isMailFailing: false,
          },
        ],
        total: 1,
        hasMore: false,
      },
    ],
  })

export type ContactFilter = z.infer<typeof contactFilter>
export type ContactQuery = z.infer<typeof contactQuery>
export type ContactPage = z.infer<typeof contactPage>

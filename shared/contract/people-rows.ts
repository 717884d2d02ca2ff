import { z } from 'zod'
import { creditStatuses, retailerStatuses } from './retailer-lists.ts'
import { accountNumber, error, line, remark } from './row-fields.ts'
import { text } from './text.ts'

/** Rows of retailers and contacts. A field that is left out stays unchanged. */

export const retailerToWrite = z.strictObject(
  {
    accountNumber,
    name: line('A retailer needs a name.', 200).optional(),
    territory: text('A territory is named by text.').trim().max(60).describe('Name; empty for none').optional(),
    status: z.enum(retailerStatuses, 'A status is open or closed.').optional(),
    addressLine: remark('An address is text.', 200).optional(),
    town: remark('A town is text.', 100).optional(),
    postcode: remark('A postcode is text.', 20).optional(),
    phone: remark('A phone number is text.', 40).optional(),
    type: remark('A type is text, such as Pub.', 60).optional(),
    grade: remark('A grade is text, such as A.', 20).optional(),
    chain: remark('A chain is text.', 100).optional(),
    creditStatus: z.enum(creditStatuses, 'A credit status is good, watch or hold.').optional(),
    priceList: text('A price list is named by text.').trim().max(100).describe('Name; empty for none').optional(),
    notes: remark('Notes are text.', 4000).optional(),
  },
  { error },
)

export const contactToWrite = z.strictObject(
  {
    username: line('Every row needs a username.', 254).describe('The email address itself, or a name without @'),
    accountNumber: accountNumber.describe('Of the retailer; fixed once the contact exists').optional(),
    email: line('A contact needs an email address.', 254)
      .describe('Fixed once the contact exists: password resets go there')
      .optional(),
    givenName: line('A contact needs a first name.', 100).optional(),
    familyName: line('A contact needs a surname.', 100).optional(),
    jobTitle: remark('A job title is text.', 100).optional(),
    phone: remark('A phone number is text.', 40).optional(),
    hasAccess: z.boolean('Write true or false.').describe('May use the website. Default: true').optional(),
  },
  { error },
)

export type RetailerToWrite = z.infer<typeof retailerToWrite>
export type ContactToWrite = z.infer<typeof contactToWrite>

import { z } from 'zod'
import { diagnosisExample, diagnosisShape, timelineEntry } from './diagnosis.ts'
import {
  contactStatuses,
  creditStatuses,
  retailerSorts,
  retailerStatuses,
  websiteAccessChoices,
} from './retailer-lists.ts'
import { filledText, shortText, text } from './text.ts'
import { typedAddress } from './typed-address.ts'
import { sortOrders } from './user-lists.ts'

const moment = z.iso.datetime().describe('ISO 8601, UTC')

/** Every word of `search` must match a retailer's name, number, address or phone, or a contact of it by name, username, email or phone. */
export const retailerQuery = z.object({
  search: text().max(100).default(''),
  status: z.enum(retailerStatuses).optional(),
  territory: z.uuid().optional(),
  access: z.enum(websiteAccessChoices).optional().describe('With or without a contact that has website access'),
  sort: z.enum(retailerSorts).default('name'),
  order: z.enum(sortOrders).default('ascending'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
})

const retailerSummary = z.object({
  id: z.uuid(),
  name: z.string(),
  accountNumber: z.string(),
  status: z.enum(retailerStatuses),
  territory: z.string().nullable(),
  contacts: z.number().int(),
  withAccess: z.number().int().describe('Number of its contacts with website access'),
})

const example = {
  id: '0192f0c1-0000-7000-8000-000000000011',
  name: 'Corner Store',
  accountNumber: 'HV1001',
  status: 'open' as const,
  territory: 'North shore',
  contacts: 1,
  withAccess: 1,
}

export const retailerPage = z
  .object({
    retailers: z.array(retailerSummary),
    total: z.number().int().describe('10001 if there are more than 10000'),
    page: z.number().int(),
    size: z.number().int(),
  })
  .meta({ examples: [{ retailers: [example], total: 1, page: 1, size: 20 }] })

export const contactSummary = z.object({
  id: z.uuid(),
  fullName: z.string(),
  role: z.string().describe("The contact's job at the retailer; may be empty"),
  username: z.string(),
  email: z.string().describe('Address for email; several contacts may share it'),
  hasAccess: z.boolean(),
  status: z.enum(contactStatuses),
  lastSignInAt: moment.nullable(),
})

export const contactExample = {
  id: '0192f0c1-0000-7000-8000-000000000021',
  fullName: 'Bea Buyer',
  role: 'Buyer',
  username: 'HV1001',
  email: 'buyer@cornerstore.example',
  hasAccess: true,
  status: 'active' as const,
  lastSignInAt: null,
}

/** What the organisation knows of a retailer. A new retailer starts without, and a change leaves out what stays. */
const retailerFacts = {
  type: shortText(60).describe('Such as Kiosk; may be empty'),
  grade: shortText(60).describe('Such as A; may be empty'),
  chain: shortText(100).describe('The chain that it belongs to; may be empty'),
  creditStatus: z.enum(creditStatuses).describe('On hold, an order waits for the office'),
  priceListId: z.uuid().nullable(),
  notes: shortText(2000).describe('For the reps'),
  addressLine: shortText(200),
  town: shortText(100),
  postcode: shortText(20),
  phone: shortText(40),
}

const exampleFacts = {
  type: 'Kiosk',
  grade: 'A',
  chain: '',
  creditStatus: 'good' as const,
  priceListId: null,
  notes: 'Deliveries before ten.',
  addressLine: '1 Quay Street',
  town: 'Harbour Vale',
  postcode: 'HV1 1AA',
  phone: '020 7946 0000',
}

export const retailerDetails = retailerSummary
  .omit({ contacts: true, withAccess: true })
  .extend({
    territoryId: z.uuid().nullable(),
    contacts: z.array(contactSummary),
    ...retailerFacts,
    priceList: z.string().nullable(),
  })
  .meta({
    examples: [
      {
        id: example.id,
        name: example.name,
        accountNumber: example.accountNumber,
        status: example.status,
        territory: example.territory,
        territoryId: '0192f0c1-0000-7000-8000-000000000031',
        contacts: [contactExample],
        ...exampleFacts,
        priceList: null,
      },
    ],
  })

export const contactDetails = contactSummary
  .extend({
    givenName: z.string(),
    familyName: z.string(),
    retailerId: z.uuid(),
    retailerName: z.string(),
    mayOrder: z.boolean().describe('On the website. Otherwise the contact may look'),
    diagnosis: diagnosisShape,
    timeline: z.array(timelineEntry),
  })
  .meta({
    examples: [
      {
        ...contactExample,
        givenName: 'Bea',
        familyName: 'Buyer',
        retailerId: example.id,
        retailerName: example.name,
        mayOrder: true,
        ...diagnosisExample,
      },
    ],
  })

export const retailerId = z.object({ id: z.uuid() })
export const contactId = z.object({ id: z.uuid() })

export const newRetailer = z.strictObject({
  name: filledText('Enter the name.', 200),
  accountNumber: filledText('Enter the account number.', 60),
  territoryId: z.uuid().nullable(),
  ...z.object(retailerFacts).partial().shape,
})

export const retailerChange = newRetailer.extend({ status: z.enum(retailerStatuses) })

/**
 * Editable fields of a contact. Username and email address have a command of their own, because they decide who can
 * reset the password.
 */
export const contactChange = z.strictObject({
  givenName: filledText('Enter the first name.', 100),
  familyName: filledText('Enter the surname.', 100),
  role: shortText(100),
  mayOrder: z.boolean().optional().describe('On the website: true to order, false to look. Absent, it stays'),
})

/** The username is the email address itself, or a name without @. */
export const newContact = contactChange.extend({
  retailerId: z.uuid(),
  username: typedAddress,
  email: typedAddress,
})

/** What retailers are described by so far, and the price lists they may have. */
export const retailerChoices = z
  .object({
    types: z.array(z.string()),
    grades: z.array(z.string()),
    chains: z.array(z.string()),
    priceLists: z.array(z.object({ id: z.uuid(), name: z.string() })),
  })
  .meta({ examples: [{ types: ['Kiosk'], grades: ['A'], chains: [], priceLists: [] }] })

export type RetailerChoices = z.infer<typeof retailerChoices>
export type RetailerQuery = z.infer<typeof retailerQuery>
export type RetailerSummary = z.infer<typeof retailerSummary>
export type RetailerPage = z.infer<typeof retailerPage>
export type RetailerDetails = z.infer<typeof retailerDetails>
export type ContactSummary = z.infer<typeof contactSummary>
export type ContactDetails = z.infer<typeof contactDetails>
export type NewRetailer = z.infer<typeof newRetailer>
export type RetailerChange = z.infer<typeof retailerChange>
export type NewContact = z.infer<typeof newContact>
export type ContactChange = z.infer<typeof contactChange>

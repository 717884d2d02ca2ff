import { contactAddressChange } from '../../shared/contract/addresses.ts'
import { creditStatuses } from '../../shared/contract/retailer-lists.ts'
import { newContact, type RetailerChoices, type RetailerDetails } from '../../shared/contract/retailers.ts'
import { typedAddress } from '../../shared/contract/typed-address.ts'
import type { Field, Texts } from '../ui/fields.ts'
import { typedEmail } from '../ui/typed-email.ts'

const signInShapes = {
  email: typedEmail('Enter a complete email address.'),
  username: typedAddress.trim().min(1, 'Enter the website username.'),
}

export const newContactShape = newContact.extend(signInShapes)
export const contactAddressShape = contactAddressChange.extend(signInShapes)

type Territory = { id: string; name: string }

export const creditWords: Record<RetailerDetails['creditStatus'], string> = {
  good: 'Good',
  watch: 'Watch',
  hold: 'On hold',
}

/** What the organisation knows of a retailer. Reps see all of it but the price list's name. */
export const retailerFactFields = (choices: RetailerChoices | undefined): Field[] => [
  { name: 'type', label: 'Type', suggestions: choices?.types ?? [] },
  { name: 'grade', label: 'Grade', suggestions: choices?.grades ?? [] },
  { name: 'chain', label: 'Chain', suggestions: choices?.chains ?? [] },
  {
    name: 'creditStatus',
    label: 'Credit',
    description: 'On hold, an order waits for the office.',
    options: Object.entries(creditWords).map(([value, label]) => ({ value, label })),
  },
  {
    name: 'priceListId',
    label: 'Price list',
    options: [
      { value: '', label: 'None' },
      ...(choices?.priceLists ?? []).map(({ id, name }) => ({ value: id, label: name })),
    ],
  },
  { name: 'addressLine', label: 'Address' },
  { name: 'town', label: 'Town' },
  { name: 'postcode', label: 'Postcode' },
  { name: 'phone', label: 'Phone' },
  { name: 'notes', label: 'Notes', description: 'Reps of the territory read them in the app.', lines: 4 },
]

export const retailerFields = (territories: readonly Territory[]): Field[] => [
  { name: 'name', label: 'Name' },
  { name: 'accountNumber', label: 'Account number' },
  {
    name: 'territoryId',
    label: 'Territory',
    description: 'Reps of this territory see the retailer in the app.',
    options: [{ value: '', label: 'None' }, ...territories.map(({ id, name }) => ({ value: id, label: name }))],
  },
]

export const territoryFields: readonly Field[] = [{ name: 'name', label: 'Name of the territory' }]

export const statusField: Field = {
  name: 'status',
  label: 'Status',
  description:
    'Closing signs its contacts out and keeps them out. Their access, passwords and orders are kept for when it reopens.',
  options: [
    { value: 'open', label: 'Open' },
    { value: 'closed', label: 'Closed' },
  ],
}

export const personFields: readonly Field[] = [
  { name: 'givenName', label: 'First name' },
  { name: 'familyName', label: 'Surname' },
  { name: 'role', label: 'Job title', description: 'What the person does at the retailer, such as Buyer' },
]

export const websiteField: Field = {
  name: 'mayOrder',
  label: 'On the website',
  description: 'A contact who may look sees products, prices and orders.',
  options: [
    { value: 'order', label: 'May order' },
    { value: 'look', label: 'May look' },
  ],
}

export const signInFields: readonly Field[] = [
  { name: 'email', label: 'Email', type: 'email', description: 'Emails go here. Contacts may share an address.' },
  {
    name: 'username',
    label: 'Website username',
    description: 'The email address itself, or a name without @',
    mayBeAddress: true,
  },
]

export const toPerson = ({ givenName = '', familyName = '', role = '' }: Texts) => ({ givenName, familyName, role })

export const toContactChange = (draft: Texts) => ({ ...toPerson(draft), mayOrder: draft.mayOrder !== 'look' })

export const toSignIn = ({ email = '', username = '' }: Texts) => ({ email, username })

export const toRetailer = ({ name = '', accountNumber = '', territoryId }: Texts) => ({
  name,
  accountNumber,
  territoryId: territoryId || null,
})

const factNames = ['type', 'grade', 'chain', 'addressLine', 'town', 'postcode', 'phone', 'notes'] as const

export const retailerFactTexts = (retailer: RetailerDetails): Texts => ({
  ...Object.fromEntries(factNames.map(name => [name, retailer[name]])),
  creditStatus: retailer.creditStatus,
  priceListId: retailer.priceListId ?? '',
})

export const toRetailerFacts = (draft: Texts) => ({
  ...Object.fromEntries(factNames.map(name => [name, draft[name] ?? ''])),
  creditStatus: creditStatuses.find(one => one === draft.creditStatus) ?? 'good',
  priceListId: draft.priceListId || null,
})

export const toTerritory = ({ name = '' }: Texts) => ({ name })

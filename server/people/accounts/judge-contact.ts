import type { RowProblem } from '../../../shared/contract/integration.ts'
import type { ContactToWrite } from '../../../shared/contract/people-rows.ts'
import { nameKey } from '../../platform/names/name-key.ts'
import { stated } from '../../platform/rows/stated.ts'
import type { Judgement } from '../../platform/rows/upsert-rows.ts'
import { type NumberedRetailer, unknownRetailer } from '../retailers/retailers-by-number.query.ts'
import { readContactNames } from './contact-names.ts'
import type { NamedAccount } from './contact-rows.query.ts'
import { namingWords } from './username-words.ts'

/** `id` is null for a new contact. */
export type ContactRow = {
  id: string | null
  username: string
  key: string
  retailerId: string
  email: string
  givenName: string
  familyName: string
  jobTitle: string
  phone: string
  hasWebsiteAccess: boolean
}

type Known = { account: NamedAccount | undefined; retailers: ReadonlyMap<string, NumberedRetailer> }

/** The rules of the admin site: a username is unique, and the address that receives resets is no detail of a row. */
export function judgeContact(contact: ContactToWrite, { account, retailers }: Known): Judgement<ContactRow> {
  return account ? judgeKnown(contact, account) : judgeNew(contact, retailers)
}

function judgeNew(contact: ContactToWrite, retailers: Known['retailers']): Judgement<ContactRow> {
  const { username, accountNumber, email, givenName, familyName } = contact
  const missing = Object.entries({ accountNumber, email, givenName, familyName }).find(([, value]) => !value)
  if (accountNumber === undefined || email === undefined || givenName === undefined || familyName === undefined) {
    const message = 'A new contact needs accountNumber, email, givenName and familyName.'
    return { field: missing?.[0] ?? '', message }
  }
  const retailer = retailers.get(accountNumber)
  if (!retailer) return unknownRetailer(accountNumber)
  const read = readContactNames({ username, email })
  if (read.kind !== 'read') {
    const message =
      namingWords(read) ?? "The username is another email address. Use the contact's own, or a name without @."
    return { field: read.kind === 'bad-address' ? 'email' : 'username', message }
  }
  const { typed, key } = read.username
  const { jobTitle = '', phone = '', hasAccess: hasWebsiteAccess = true } = contact
  const names = { username: typed, key, email: read.email, givenName, familyName }
  const after = { id: null, retailerId: retailer.id, ...names, jobTitle, phone, hasWebsiteAccess }
  return { before: undefined, after }
}

function judgeKnown(contact: ContactToWrite, account: NamedAccount): Judgement<ContactRow> {
  const before = toRow(account)
  if (!before) return { field: 'username', message: 'A user already has this username.' }
  const fixed = whyFixed(contact, account)
  if (fixed) return fixed
  const { givenName, familyName, jobTitle, phone, hasAccess: hasWebsiteAccess } = contact
  return { before, after: { ...before, ...stated({ givenName, familyName, jobTitle, phone, hasWebsiteAccess }) } }
}

function whyFixed({ accountNumber, email }: ContactToWrite, account: NamedAccount): RowProblem | undefined {
  if (accountNumber !== undefined && accountNumber !== account.accountNumber) {
    return { field: 'accountNumber', message: "This contact belongs to another retailer, and contacts can't be moved." }
  }
  if (email !== undefined && nameKey(email) !== account.emailKey) {
    const where = "Change it on the contact's page in the admin site: password resets go there."
    return { field: 'email', message: `This contact has another email address. ${where}` }
  }
  return undefined
}

/** Undefined for a user. */
function toRow({ accountNumber: _, emailKey: __, ...account }: NamedAccount): ContactRow | undefined {
  const { retailerId, email, jobTitle, phone, hasWebsiteAccess } = account
  if (retailerId === null || email === null || jobTitle === null || phone === null || hasWebsiteAccess === null) {
    return undefined
  }
  return { ...account, retailerId, email, jobTitle, phone, hasWebsiteAccess }
}

import { expect, test } from 'vitest'
import { holdsAddress } from '../ui/fields.ts'
import { contactAddressShape, personFields, retailerFields, signInFields, territoryFields } from './contact-fields.ts'

test('asks about a likely slip in the email and the username of a contact, and in no other field', () => {
  const all = [...personFields, ...signInFields, ...retailerFields([]), ...territoryFields]
  expect(all.filter(holdsAddress).map(({ name }) => name)).toEqual(['email', 'username'])
})

test('never refuses an address of a contact with a likely slip, because it may be right', () => {
  const address = 'riley@harbourvale.con'
  expect(contactAddressShape.safeParse({ email: address, username: address }).success).toBe(true)
})

test('accepts a contact whose username is a name, and refuses an email that is not an address', () => {
  const read = contactAddressShape.safeParse({ email: 'HV1001', username: 'HV1001' })
  expect(read.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ['email', 'Enter a complete email address.'],
  ])
})

import { expect, test } from 'vitest'
import { holdsAddress, listMissing } from '../ui/fields.ts'
import { personFields, retailerFields, signInFields, territoryFields } from './contact-fields.ts'

test('asks about a likely slip in the email and the username of a contact, and in no other field', () => {
  const all = [...personFields, ...signInFields, ...retailerFields([]), ...territoryFields]
  expect(all.filter(holdsAddress).map(({ name }) => name)).toEqual(['email', 'username'])
})

test('never refuses an address of a contact with a likely slip, because it may be right', () => {
  const address = 'riley@harbourvale.con'
  expect(listMissing(signInFields, { email: address, username: address })).toEqual({})
})

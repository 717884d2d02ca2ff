import { expect, test } from 'vitest'
import { emptyDraft, listMissing as listMissingOfUser } from '../users/user-draft.ts'
import { holdsAddress, listMissing, personFields, retailerFields, signInFields, territoryFields } from './fields.ts'

test('asks about a likely slip in the email and the username of a contact, and in no other field', () => {
  const all = [...personFields, ...signInFields, ...retailerFields([]), ...territoryFields]
  expect(all.filter(holdsAddress).map(({ name }) => name)).toEqual(['email', 'username'])
})

test('never refuses an address with a likely slip, because it may be right', () => {
  const address = 'riley@harbourvale.con'
  expect(listMissing(signInFields, { email: address, username: address })).toEqual({})
  const user = { ...emptyDraft, givenName: 'Riley', familyName: 'Marsh', username: address, emailTo: address }
  expect(listMissingOfUser(user, { hasUsername: true })).toEqual({})
})

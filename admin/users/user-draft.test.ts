import { expect, test } from 'vitest'
import { emptyDraft, listMissing } from './user-draft.ts'

test('never refuses an address of a user with a likely slip, because it may be right', () => {
  const address = 'riley@harbourvale.con'
  const user = { ...emptyDraft, givenName: 'Riley', familyName: 'Marsh', username: address, emailTo: address }
  expect(listMissing(user, { hasUsername: true })).toEqual({})
})

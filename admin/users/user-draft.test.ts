import { expect, test } from 'vitest'
import { emptyDraft, newUserShape, toNewUser } from './user-draft.ts'

const faultsOf = (change: Partial<typeof emptyDraft>) =>
  newUserShape.safeParse(toNewUser({ ...emptyDraft, ...change })).error?.issues.map(({ message }) => message) ?? []

test('names every missing field of a new user in words for a screen', () => {
  expect(faultsOf({ emailTo: 'riley' }).toSorted()).toEqual([
    'Enter a complete email address, or leave it empty.',
    'Enter an email address as the username.',
    'Enter the first name.',
    'Enter the surname.',
  ])
})

test('never refuses an address of a user with a likely slip, because it may be right', () => {
  const address = 'riley@harbourvale.con'
  expect(faultsOf({ givenName: 'Riley', familyName: 'Marsh', username: address, emailTo: address })).toEqual([])
})

test('gives a role only to a user type that can use the admin site', () => {
  const roleId = '00000000-0000-7000-8000-000000000001'
  expect(toNewUser({ ...emptyDraft, roleId, userType: 'device' }).roleId).toBeNull()
  expect(toNewUser({ ...emptyDraft, roleId, userType: 'dual' }).roleId).toBe(roleId)
})

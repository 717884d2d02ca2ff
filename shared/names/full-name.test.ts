import { expect, it } from 'vitest'
import { fullNameOf } from './full-name.ts'

it('a full name has no surrounding space if one of the two names is missing', () => {
  expect(fullNameOf({ givenName: 'Riley', familyName: 'Rep' })).toBe('Riley Rep')
  expect(fullNameOf({ givenName: '', familyName: 'Rep' })).toBe('Rep')
  expect(fullNameOf({ givenName: 'Riley', familyName: '' })).toBe('Riley')
  expect(fullNameOf({ givenName: '', familyName: '' })).toBe('')
})

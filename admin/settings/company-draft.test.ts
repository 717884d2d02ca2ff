import { expect, test } from 'vitest'
import { emptyCompanyDraft, readDomains, toCompanyDraft } from './company-draft.ts'

test('reads domains however they are separated', () => {
  expect(readDomains(' example.com, example.org;example.net\n')).toEqual(['example.com', 'example.org', 'example.net'])
})

test('a provider that is edited sends no redirect URI and no secret, and a new one has an id of its own', () => {
  const { secret: _, ...draft } = emptyCompanyDraft()
  expect(toCompanyDraft({ ...draft, redirectUri: 'https://fieldkey.example.com/sign-in/company/1' })).toEqual(draft)
  expect(emptyCompanyDraft().id).not.toBe(draft.id)
})

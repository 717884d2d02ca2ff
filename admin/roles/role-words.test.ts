import { expect, test } from 'vitest'
import { noRights, type Rights } from '../../shared/contract/rights.ts'
import { rightsWords } from './role-words.ts'

test('describes in one line what a role may change and read', () => {
  const everything = Object.fromEntries(Object.keys(noRights).map(module => [module, 'write'])) as Rights
  expect(rightsWords(everything)).toBe('Everything')
  expect(rightsWords(noRights)).toBe('Nothing')
  expect(rightsWords({ ...noRights, users: 'write', mail: 'read', audit: 'read' })).toBe(
    'Change Users. Read Mail, Audit',
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accessLevels, allows, exceed, moduleNames, noRights, type Rights } from './rights.ts'

const access = fc.constantFrom(...accessLevels)
const anyRights: fc.Arbitrary<Rights> = fc.record({
  users: access,
  subscription: access,
  retailers: access,
  products: access,
  orders: access,
  mail: access,
  audit: access,
  settings: access,
})
const ranks = { none: 0, read: 1, write: 2 }

test('8.2.1 includes the lesser rights of a module, and none of another module', () => {
  const mine: Rights = { ...noRights, users: 'read' }
  expect(allows(mine, { module: 'users', access: 'read' })).toBe(true)
  expect(allows(mine, { module: 'users', access: 'write' })).toBe(false)
  expect(allows(mine, { module: 'audit', access: 'read' })).toBe(false)
})

test('8.3.2 finds rights that exceed mine exactly if one module grants more', () => {
  fc.assert(
    fc.property(anyRights, anyRights, (theirs, mine) => {
      const hasMore = moduleNames.some(module => ranks[theirs[module]] > ranks[mine[module]])
      expect(exceed(theirs, { mine })).toBe(hasMore)
    }),
  )
})

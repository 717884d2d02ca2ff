import { expect, test } from 'vitest'
import { readUserSearch } from './user-search.ts'

test('an address brings back what it holds, and what makes no sense is left out', () => {
  const whole = {
    search: 'riley',
    status: 'inactive',
    type: 'device',
    sort: 'name',
    order: 'descending',
    page: 3,
    size: 50,
  }
  expect(readUserSearch(whole)).toEqual(whole)
  expect(readUserSearch({ search: 1001 })).toEqual({ search: '1001' })
  expect(readUserSearch({ status: 'x', type: ['admin'], page: -1, size: 7, sort: 'password', other: 1 })).toEqual({})
})

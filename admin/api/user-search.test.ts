import { expect, test } from 'vitest'
import { readUserSearch } from './user-search.ts'

test('reads every parameter of the user list from the address, and leaves out those that make no sense', () => {
  const all = {
    search: 'riley',
    status: 'inactive',
    type: 'device',
    role: '00000000-0000-7000-8000-000000000001',
    sort: 'name',
    order: 'descending',
    page: 3,
    size: 50,
  }
  expect(readUserSearch(all)).toEqual(all)
  expect(readUserSearch({ search: 1001 })).toEqual({ search: '1001' })
  expect(
    readUserSearch({ status: 'x', type: ['admin'], page: -1, size: 7, sort: 'password', role: 'x', other: 1 }),
  ).toEqual({})
})

import { expect, test } from 'vitest'
import { readContactSearch } from './contact-search.ts'

test('reads every parameter of the contact list from the address, and leaves out those that make no sense', () => {
  const all = {
    search: 'bea',
    access: 'with',
    invited: 'waiting',
    signedIn: 'never',
    mail: 'failing',
    type: 'Kiosk',
    territory: '00000000-0000-7000-8000-000000000001',
    sort: 'retailer',
    order: 'descending',
    after: '00000000-0000-7000-8000-000000000002',
    size: 50,
  }
  expect(readContactSearch(all)).toEqual(all)
  expect(readContactSearch({ type: 24 })).toEqual({ type: '24' })
  expect(readContactSearch({ access: 'x', invited: 1, after: '1', page: 2, type: '', size: 7 })).toEqual({})
})

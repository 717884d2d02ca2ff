import { expect, test } from 'vitest'
import { changeList } from './use-list-search.ts'

type List = { search?: string; status?: string; page?: number }
const list: List = { search: 'riley', status: 'locked', page: 3 }

test('a changed filter starts at the first page and adds no step to the Back button', () => {
  expect(changeList(list, { status: 'active' })).toEqual({
    search: { search: 'riley', status: 'active' },
    replace: true,
  })
})

test('another page keeps the filters and adds a step to the Back button', () => {
  expect(changeList(list, { page: 4 })).toEqual({ search: { ...list, page: 4 }, replace: false })
})

test('a removed filter and an empty search leave the address', () => {
  expect(changeList(list, { search: '', status: undefined }).search).toEqual({})
})

import { expect, test } from 'vitest'
import { besideOf, type Category, parentsFor, stepOf, toBranches } from './tree.ts'

const category = (id: string, parentId: string | null, level: number): Category => ({
  id,
  parentId,
  name: id,
  path: id,
  level,
  products: 0,
})
const [drinks, tea, green, juice, snacks] = [
  category('drinks', null, 1),
  category('tea', 'drinks', 2),
  category('green', 'tea', 3),
  category('juice', 'drinks', 2),
  category('snacks', null, 1),
]
const all = [drinks, tea, green, juice, snacks]

test('a category steps over its neighbour, and not past the ends', () => {
  expect(stepOf(all, juice, -1)).toEqual({ parentId: 'drinks', beforeId: 'tea' })
  expect(stepOf(all, drinks, 1)).toEqual({ parentId: null, beforeId: null })
  expect(stepOf(all, tea, -1)).toBeUndefined()
  expect(stepOf(all, snacks, 1)).toBeUndefined()
})

test('a dropped category goes before or after the one below the pointer', () => {
  expect(besideOf(all, tea, 'upper')).toEqual({ parentId: 'drinks', beforeId: 'tea' })
  expect(besideOf(all, tea, 'lower')).toEqual({ parentId: 'drinks', beforeId: 'juice' })
  expect(besideOf(all, juice, 'lower')).toEqual({ parentId: 'drinks', beforeId: null })
})

test('a category can be moved where its parts stay within three levels, and not into itself', () => {
  const idsFor = (moved: Category) => parentsFor(all, moved).map(({ id }) => id)
  expect(idsFor(snacks)).toEqual(['drinks', 'tea', 'juice'])
  expect(idsFor(tea)).toEqual(['drinks', 'snacks'])
  expect(idsFor(drinks)).toEqual([])
})

test('the tree is nested as its levels say', () => {
  expect(toBranches(all).map(({ id, branches }) => [id, branches.map(one => one.id)])).toEqual([
    ['drinks', ['tea', 'juice']],
    ['snacks', []],
  ])
})

import { expect, it } from 'vitest'
import { categoryTree, isInCategory } from './category-tree.ts'

const category = (id: string, parentId: string | null, path: string, place = 0) => ({
  id,
  parentId,
  name: path.split(' > ').at(-1) ?? '',
  path,
  place,
})

it('lists each category after its parent, by place and then by name', () => {
  const tree = categoryTree([
    category('3', '1', 'Drinks > Water', 1),
    category('2', null, 'Bakery', 1),
    category('1', null, 'Drinks'),
    category('4', '1', 'Drinks > Juice', 1),
    category('5', '3', 'Drinks > Water > Still'),
  ])
  expect(tree.map(({ path, level }) => [level, path])).toEqual([
    [0, 'Drinks'],
    [1, 'Drinks > Juice'],
    [1, 'Drinks > Water'],
    [2, 'Drinks > Water > Still'],
    [0, 'Bakery'],
  ])
})

it('counts a product to its category and to those above, and not to one whose name begins alike', () => {
  expect(isInCategory('Drinks > Water', 'Drinks')).toBe(true)
  expect(isInCategory('Drinks', 'Drinks')).toBe(true)
  expect(isInCategory('Drinks and more', 'Drinks')).toBe(false)
})

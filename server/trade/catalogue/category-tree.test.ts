import { expect, test } from 'vitest'
import { type layOut, moveInTree, renameInTree, type TreeCategory } from './category-tree.ts'

/** Names with their levels as indentation: `Drinks`, ` Tea`, `  Green`. */
function treeOf(...lines: string[]): TreeCategory[] {
  const above: string[] = []
  return lines.map((line, place) => {
    const name = line.trim()
    const level = line.length - line.trimStart().length
    above[level] = name
    return { id: name, parentId: level === 0 ? null : (above[level - 1] ?? null), name, path: '', level: 0, place }
  })
}

const tree = treeOf('Drinks', ' Tea', '  Green', '  Black', ' Juice', 'Snacks', ' Nuts')

const linesOf = (changed: ReturnType<typeof layOut>) =>
  changed.kind === 'tree' ? changed.tree.map(({ name, level }) => `${' '.repeat(level - 1)}${name}`) : changed.kind
const move = (id: string, parentId: string | null, beforeId: string | null = null) =>
  moveInTree(tree, { id, parentId, beforeId })

test('a category moves before another one or to the end, with everything below it', () => {
  expect(linesOf(move('Juice', 'Drinks', 'Tea'))).toEqual([
    'Drinks',
    ' Juice',
    ' Tea',
    '  Green',
    '  Black',
    'Snacks',
    ' Nuts',
  ])
  expect(linesOf(move('Tea', null, 'Snacks'))).toEqual([
    'Drinks',
    ' Juice',
    'Tea',
    ' Green',
    ' Black',
    'Snacks',
    ' Nuts',
  ])
  expect(linesOf(move('Black', 'Snacks'))).toEqual(['Drinks', ' Tea', '  Green', ' Juice', 'Snacks', ' Nuts', ' Black'])
})

test('a new name changes the path of everything below', () => {
  const renamed = renameInTree(tree, { id: 'Tea', name: 'Hot drinks' })
  expect(renamed.kind === 'tree' && renamed.tree.map(({ path }) => path)).toEqual([
    'Drinks',
    'Drinks > Hot drinks',
    'Drinks > Hot drinks > Green',
    'Drinks > Hot drinks > Black',
    'Drinks > Juice',
    'Snacks',
    'Snacks > Nuts',
  ])
})

test('a fourth level, a move into itself and a path that exists are refused', () => {
  expect(move('Snacks', 'Tea').kind).toBe('category-too-deep')
  expect(move('Drinks', 'Green').kind).toBe('category-into-itself')
  expect(move('Drinks', 'Drinks').kind).toBe('category-into-itself')
  expect(move('Missing', null).kind).toBe('no-such-category')
  expect(move('Tea', 'Missing').kind).toBe('no-such-category')
  expect(renameInTree(tree, { id: 'Juice', name: 'TEA' }).kind).toBe('category-taken')
})

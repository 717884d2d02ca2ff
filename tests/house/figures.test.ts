import { expect, it } from 'vitest'
import { listFunctions, measure, percentile } from './figures.ts'
import { parseSource, readSourceFiles } from './source-files.ts'

const figures = measure(readSourceFiles())

it('half of the files have at most 60 lines, and 95 % at most 160', () => {
  expect(figures.files.median).toBeLessThanOrEqual(60)
  expect(figures.files.p95).toBeLessThanOrEqual(160)
})

/** Each of these sets up many routes or steps, and is to be split. */
const longFunctions = [
  'admin/contacts/ContactPage.tsx',
  'server/office/contacts/contacts.routes.ts',
  'server/office/import/import.routes.ts',
  'server/office/import/work-import.job.ts',
]

it('95 % of the functions have at most 35 lines, and none more than 80 except those that are to be split', () => {
  expect(figures.functions.p95).toBeLessThanOrEqual(35)
  const found = figures.functions.over80.map(({ path }) => path)
  expect(found.filter(path => !longFunctions.includes(path))).toEqual([])
})

it('no file imports itself indirectly, neither at runtime nor for types', () => {
  expect(figures.runtimeCycles).toEqual([])
  expect(figures.typeCycles).toEqual([])
})

it('the measure sees every function, and both kinds of cycles', () => {
  const text = 'const a = () => {\n  function b() {}\n  return b\n}\n'
  expect(listFunctions({ path: 'server/a.ts', text }).map(({ line, lines }) => [line, lines])).toEqual([
    [1, 4],
    [2, 1],
  ])
  expect([percentile([1, 2, 3, 4], 50), percentile([5], 95), percentile([], 95)]).toEqual([2, 5, 0])
  const files = [
    { path: 'server/a.ts', text: `import { b } from './b.ts'\nexport const a = () => b\n` },
    { path: 'server/b.ts', text: `import type { A } from './a.ts'\nimport { c } from './c.ts'\nexport const b = c\n` },
    { path: 'server/c.ts', text: `import { b } from './b.ts'\nexport const c = () => b\n` },
  ].map(parseSource)
  const { runtimeCycles, typeCycles } = measure(files)
  expect(runtimeCycles).toEqual(['server/b.ts → server/c.ts → server/b.ts'])
  expect(typeCycles).toEqual(['server/a.ts → server/b.ts → server/a.ts'])
})

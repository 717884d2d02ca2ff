import { describe, expect, it } from 'vitest'
import { findCycles } from './import-cycles.ts'
import { listImportEdges, tellEdge } from './import-edges.ts'
import { listFiles } from './repository.ts'
import { parseSource, readSourceFiles } from './source-files.ts'
import { allowedPairs, climbs, isAllowed, neighboursOf, placeOf, storeys } from './storeys.ts'

const files = readSourceFiles()
const isTest = (path: string) => path.endsWith('.test.ts')
const edges = files.filter(({ path }) => !isTest(path)).flatMap(listImportEdges)
const edgesOf = (path: string, text: string) => listImportEdges(parseSource({ path, text }))

describe('the storeys of the server', () => {
  it('contain every file of server/', () => {
    const paths = listFiles().filter(path => path.startsWith('server/'))
    expect(paths.length).toBeGreaterThan(400)
    expect(new Set(paths.map(path => path.split('/')[1]))).toEqual(new Set(storeys))
    expect(paths.filter(path => placeOf(path) === undefined)).toEqual([])
  })

  it('are checked completely: the imports of every server file are read', () => {
    const paths = listFiles().filter(path => path.startsWith('server/') && path.endsWith('.ts'))
    expect(files.map(({ path }) => path).filter(path => path.startsWith('server/'))).toEqual(paths)
  })

  it('import downwards only', () => {
    const planted = [
      ...edgesOf('server/people/accounts/x.ts', `import type { Save } from '../../entry/recovery/save.ts'`),
      ...edgesOf('server/entry/sign-in/x.ts', `import('../../main/app.ts')`),
      ...edgesOf('server/platform/x.ts', `export * from '../people/roles/x.ts'`),
    ]
    expect(planted.filter(climbs)).toHaveLength(3)
    expect(edges.filter(climbs).map(tellEdge)).toEqual([])
  })

  it('keep their features apart, except the pairs listed with a reason', () => {
    const [planted] = edgesOf('server/office/users/x.ts', `import { y } from '../contacts/y.ts'`)
    expect(planted && neighboursOf(planted)).toEqual({ storey: 'office', from: 'users', to: 'contacts' })
    const pairs = edges.flatMap(edge => ({ edge, pair: neighboursOf(edge) }))
    expect(pairs.filter(({ pair }) => pair && !isAllowed(pair)).map(({ edge }) => tellEdge(edge))).toEqual([])
  })

  it('list no unused pair, and none that completes a cycle', () => {
    const used = edges.flatMap(edge => neighboursOf(edge) ?? [])
    const isUsed = (pair: (typeof allowedPairs)[number]) =>
      used.some(one => one.storey === pair.storey && one.from === pair.from && one.to === pair.to)
    expect(allowedPairs.filter(pair => !isUsed(pair))).toEqual([])
    expect(allowedPairs.filter(({ because }) => because.length < 10)).toEqual([])
    expect(
      findCycles(allowedPairs.map(({ storey, from, to }) => ({ from: `${storey}/${from}`, to: `${storey}/${to}` }))),
    ).toEqual([])
  })
})

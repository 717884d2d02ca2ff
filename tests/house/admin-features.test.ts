import { describe, expect, it } from 'vitest'
import { adminPairs, adminPlaceOf, whyNotInAdmin } from './admin-features.ts'
import { findCycles } from './import-cycles.ts'
import { listImportEdges, tellEdge } from './import-edges.ts'
import { listFiles } from './repository.ts'
import { parseSource, readSourceFiles } from './source-files.ts'

const files = readSourceFiles().filter(({ path }) => path.startsWith('admin/'))
const edges = files.flatMap(listImportEdges)
const whyNot = (path: string, text: string) =>
  listImportEdges(parseSource({ path, text })).map(edge => whyNotInAdmin(edge))

describe('the features of the admin site', () => {
  it('are checked completely: the imports of every script are read', () => {
    const paths = listFiles().filter(path => path.startsWith('admin/') && /\.tsx?$/.test(path))
    expect(paths.length).toBeGreaterThan(100)
    expect(files.map(({ path }) => path)).toEqual(paths)
    expect(paths.filter(path => adminPlaceOf(path) === undefined)).toEqual([])
  })

  it('import no other feature except the pairs listed with a reason, and ui/ and api/ import none', () => {
    expect(whyNot('admin/users/x.tsx', `import type { Y } from '../audit/y.ts'`)).toEqual(['users knows no audit'])
    expect(whyNot('admin/users/x.tsx', `import { Shell } from '../Shell.tsx'`)).toEqual(['feature knows no root'])
    expect(whyNot('admin/ui/x.tsx', `import('../mail/y.ts')`)).toEqual(['ui knows no feature'])
    expect(whyNot('admin/api/x.ts', `export * from '../ui/y.ts'`)).toEqual(['api knows no ui'])
    expect(whyNot('admin/users/x.tsx', `import { y } from '../diagnosis/y.ts'`)).toEqual([undefined])
    const refused = edges.flatMap(edge => {
      const why = whyNotInAdmin(edge)
      return why === undefined ? [] : [`${tellEdge(edge)}: ${why}`]
    })
    expect(refused).toEqual([])
  })

  it('list no unused pair', () => {
    const isUsed = ({ from, to }: (typeof adminPairs)[number]) =>
      edges.some(edge => edge.from.startsWith(`admin/${from}/`) && edge.to.startsWith(`admin/${to}/`))
    expect(adminPairs.filter(pair => !isUsed(pair) || pair.because.length < 10)).toEqual([])
  })

  it('form no cycle, not even of types', () => {
    expect(findCycles(adminPairs)).toEqual([])
    expect(findCycles(edges)).toEqual([])
  })
})

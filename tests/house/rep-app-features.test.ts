import { describe, expect, it } from 'vitest'
import { findCycles } from './import-cycles.ts'
import { listImportEdges, tellEdge } from './import-edges.ts'
import { repAppPairs, repAppPlaceOf, whyNotInRepApp } from './rep-app-features.ts'
import { listFiles } from './repository.ts'
import { parseSource, readSourceFiles } from './source-files.ts'

const files = readSourceFiles().filter(({ path }) => path.startsWith('rep-app/'))
// A test may drive its subject with the parts above it.
const edges = files.filter(({ path }) => !path.endsWith('.test.ts')).flatMap(listImportEdges)
const whyNot = (path: string, text: string) => listImportEdges(parseSource({ path, text })).map(whyNotInRepApp)

describe('the features of the rep app', () => {
  it('are checked completely: the imports of every script are read', () => {
    const paths = listFiles().filter(path => path.startsWith('rep-app/') && /\.tsx?$/.test(path))
    expect(paths.length).toBeGreaterThan(80)
    expect(files.map(({ path }) => path)).toEqual(paths)
    expect(paths.filter(path => repAppPlaceOf(path) === undefined)).toEqual([])
  })

  it('import no other feature except the pairs listed with a reason, and the parts below import no screen', () => {
    expect(whyNot('rep-app/home/x.tsx', `import type { Y } from '../orders/y.ts'`)).toEqual(['home knows no orders'])
    expect(whyNot('rep-app/home/x.tsx', `import { y } from '../router.tsx'`)).toEqual(['feature knows no root'])
    expect(whyNot('rep-app/ui/x.tsx', `import('../sign-in/y.tsx')`)).toEqual(['ui knows no feature'])
    expect(whyNot('rep-app/ui/x.tsx', `import type { Y } from '../app/y.ts'`)).toEqual(['ui knows no app'])
    expect(whyNot('rep-app/device/x.ts', `export * from '../sync/y.ts'`)).toEqual(['device knows no sync'])
    expect(whyNot('rep-app/retailers/x.tsx', `import { y } from '../orders/y.tsx'`)).toEqual([undefined])
    const refused = edges.flatMap(edge => {
      const why = whyNotInRepApp(edge)
      return why === undefined ? [] : [`${tellEdge(edge)}: ${why}`]
    })
    expect(refused).toEqual([])
  })

  it('list no unused pair', () => {
    const isUsed = ({ from, to }: (typeof repAppPairs)[number]) =>
      edges.some(edge => edge.from.startsWith(`rep-app/${from}/`) && edge.to.startsWith(`rep-app/${to}/`))
    expect(repAppPairs.filter(pair => !isUsed(pair) || pair.because.length < 10)).toEqual([])
  })

  it('form no cycle, not even of types', () => {
    expect(findCycles(repAppPairs)).toEqual([])
    expect(findCycles(edges)).toEqual([])
  })
})

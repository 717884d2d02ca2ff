import { describe, expect, it } from 'vitest'
import { findCycles } from './import-cycles.ts'
import { listImportEdges, tellEdge } from './import-edges.ts'
import { breaksRule, importRules } from './import-rules.ts'
import { listFiles, readPackage } from './repository.ts'
import { codeFolders, parseSource, readSourceFiles } from './source-files.ts'

const files = readSourceFiles()
const edges = files.flatMap(listImportEdges)

describe('who may import what', () => {
  for (const rule of importRules) {
    it(rule.says, () => {
      const [breach] = listImportEdges(parseSource(rule.breach))
      expect(breach && breaksRule(rule, breach), 'its example is reported').toBe(true)
      expect(edges.filter(edge => breaksRule(rule, edge)).map(tellEdge)).toEqual([])
    })
  }

  it('no file imports itself indirectly', () => {
    expect(
      findCycles([
        { from: 'a', to: 'b' },
        { from: 'b', to: 'c' },
        { from: 'c', to: 'b' },
      ]),
    ).toEqual(['b → c → b'])
    expect(findCycles(edges.filter(({ isType }) => !isType))).toEqual([])
  })
})

describe('the reading of imports', () => {
  it('reads every file that git knows, without an error', () => {
    const paths = listFiles().filter(path => /\.tsx?$/.test(path))
    expect(paths.length).toBeGreaterThan(100)
    expect(files.map(file => file.path)).toEqual(paths)
    const folders = new Set(paths.filter(path => path.includes('/')).map(path => path.split('/')[0] ?? ''))
    expect([...folders].filter(folder => !codeFolders.includes(folder))).toEqual([])
    expect(files.filter(({ errors }) => errors.length > 0)).toEqual([])
  })

  it('finds every import that a plain text search finds', () => {
    const written = files
      .filter(file => !file.path.startsWith('tests/house/'))
      .map(({ path, text, imports }) => {
        const found = [...text.matchAll(/^(?:import |(?:import|export|\}) .*from )'([^']+)'$/gm)].map(match => match[1])
        return { path, missed: found.filter(specifier => !imports.some(one => one.specifier === specifier)) }
      })
    expect(written.filter(({ missed }) => missed.length > 0)).toEqual([])
  })

  it('recognises every form of import', () => {
    const text = `import a from 'a'
      import 'b'
      import { type C } from 'c'
      export * from 'd'
      const e = await import('e')
      type F = import('f').F
      const g = new Worker(new URL('./g.ts', import.meta.url))
      const h = await import(a)`
    const seen = parseSource({ path: 'server/x.ts', text }).imports.map(one => [one.specifier, one.isType])
    const [a, b, c, d, e, f, g, h] = seen
    expect([a, b, c, d]).toEqual([
      ['a', false],
      ['b', false],
      ['c', true],
      ['d', false],
    ])
    expect([e, f, g, h]).toEqual([
      ['e', false],
      ['f', true],
      ['./g.ts', false],
      [undefined, false],
    ])
  })

  it('resolves every import to a file, a Node module or a package of package.json', () => {
    const { dependencies, devDependencies } = readPackage()
    const packages = new Set(Object.keys({ ...dependencies, ...devDependencies }).map(name => `npm:${name}`))
    const paths = new Set(listFiles())
    const lost = edges.filter(({ to }) => !to.startsWith('node:') && !packages.has(to) && !paths.has(to))
    expect(lost.map(tellEdge)).toEqual([])
  })

  it('production code imports no development package', () => {
    const { devDependencies } = readPackage()
    // What browsers load is built beforehand, so its packages are development packages, as for admin/ and rep-app/.
    // Only the demo loads these files, and npm start installs the development packages.
    const isOfDemo = (path: string) => path === 'server/platform/mail/local-mailbox.ts'
    const isProduction = (path: string) =>
      !isOfDemo(path) && /^(?:server|shared)\//.test(path) && !path.endsWith('.test.ts')
    const development = new Set(Object.keys(devDependencies).map(name => `npm:${name}`))
    expect(edges.filter(({ from, to }) => isProduction(from) && development.has(to)).map(tellEdge)).toEqual([])
  })
})

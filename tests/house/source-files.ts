import { posix } from 'node:path'
import { type ParseResult, parseSync, type Span, Visitor, type VisitorObject } from 'oxc-parser'
import { listFiles, readText } from './repository.ts'

export type Import = {
  /** The specifier as written. Undefined if it is computed, because the import can't be resolved. */
  specifier: string | undefined
  /** True if the import disappears when types are stripped. */
  isType: boolean
  line: number
}

export type SourceFile = {
  path: string
  text: string
  errors: string[]
  imports: Import[]
  find(visitor: (report: (node: Span) => void, text: string) => VisitorObject): number[]
}

export const codeFolders = ['server', 'shared', 'browser', 'tests', 'tools', 'bench', 'admin', 'rep-app']

export function listCodePaths(): string[] {
  return listFiles().filter(path => /\.tsx?$/.test(path) && isInCode(path))
}

/** The settings of tools are at the root. */
const isInCode = (path: string) => !path.includes('/') || codeFolders.includes(path.split('/')[0] ?? '')

export function readSourceFiles(): SourceFile[] {
  return listCodePaths().map(path => parseSource({ path, text: readText(path) }))
}

export function parseSource({ path, text }: { path: string; text: string }): SourceFile {
  const result = parseSync(path, text)
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length
  const find: SourceFile['find'] = visitor => {
    const lines: number[] = []
    new Visitor(visitor(node => lines.push(lineOf(node.start)), text)).visit(result.program)
    return lines
  }
  const imports = [...staticImports(result), ...expressionImports(result, text)]
    .map(({ start, ...rest }) => ({ ...rest, line: lineOf(start) }))
    .sort((a, b) => a.line - b.line)
  return { path, text, errors: result.errors.map(error => error.message), imports, find }
}

type FoundImport = Omit<Import, 'line'> & { start: number }

function staticImports({ module }: ParseResult): FoundImport[] {
  const imports = module.staticImports.map(({ moduleRequest, entries, start }) => ({
    specifier: moduleRequest.value,
    isType: entries.length > 0 && entries.every(entry => entry.isType),
    start,
  }))
  const exports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType, start }) =>
      moduleRequest ? [{ specifier: moduleRequest.value, isType, start }] : [],
    ),
  )
  return [...imports, ...exports]
}

/** `import('…')`, the type of that spelling, and `new URL('….ts', import.meta.url)`, which is how a worker is started. */
function expressionImports({ program }: ParseResult, text: string): FoundImport[] {
  const found: FoundImport[] = []
  new Visitor({
    ImportExpression: ({ source, start }) => {
      const specifier = source.type === 'Literal' && typeof source.value === 'string' ? source.value : undefined
      found.push({ specifier, isType: false, start })
    },
    TSImportType: ({ source, start }) => {
      found.push({ specifier: source.value, isType: true, start })
    },
    NewExpression: ({ callee, arguments: [target, base], start }) => {
      const isUrl = callee.type === 'Identifier' && callee.name === 'URL'
      if (!isUrl || !base || text.slice(base.start, base.end) !== 'import.meta.url') return
      const specifier = target?.type === 'Literal' ? target.value : undefined
      if (typeof specifier === 'string' && specifier.endsWith('.ts')) found.push({ specifier, isType: false, start })
    },
  }).visit(program)
  return found
}

/** Where an import leads: a path of the repository, `node:…`, or `npm:` and the name of the package. */
export function resolveImport(from: string, specifier: string): string {
  if (specifier.startsWith('node:')) return specifier
  if (/^\.{1,2}\//.test(specifier)) return posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''))
  const [first = '', second = ''] = specifier.split('/')
  return `npm:${first.startsWith('@') ? `${first}/${second}` : first}`
}

export function listComments({ path, text }: { path: string; text: string }): string[] {
  return parseSync(path, text).comments.map(({ value }) => value.replace(/\s+/g, ' ').trim())
}

import { type Node, parseSync, Visitor } from 'oxc-parser'
import { findCycles } from './import-cycles.ts'
import { listImportEdges } from './import-edges.ts'
import type { SourceFile } from './source-files.ts'

export type Length = { path: string; lines: number }
export type FunctionLength = Length & { line: number }

export type Figures = {
  files: { median: number; p95: number }
  functions: { p95: number; longest: FunctionLength; over80: FunctionLength[] }
  runtimeCycles: string[]
  typeCycles: string[]
}

export function measure(files: readonly SourceFile[]): Figures {
  const fileLines = files.map(({ text }) => text.split('\n').length - 1)
  const functions = files.filter(({ path }) => !isTest(path)).flatMap(listFunctions)
  const functionLines = functions.map(({ lines }) => lines)
  const edges = files.flatMap(listImportEdges)
  const runtimeCycles = findCycles(edges.filter(({ isType }) => !isType))
  return {
    files: { median: percentile(fileLines, 50), p95: percentile(fileLines, 95) },
    functions: {
      p95: percentile(functionLines, 95),
      over80: functions.filter(({ lines }) => lines > 80),
      longest: functions.reduce((longest, one) => (one.lines > longest.lines ? one : longest)),
    },
    runtimeCycles,
    typeCycles: findCycles(edges).filter(cycle => !runtimeCycles.includes(cycle)),
  }
}

/** The smallest value that at least this share of the values doesn't exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0
}

/** The body of a test isn't a function that a reader has to keep in mind. */
const isTest = (path: string) => /\.(?:test|spec)\.tsx?$/.test(path)

/** Every function, those inside of others too. */
export function listFunctions({ path, text }: Pick<SourceFile, 'path' | 'text'>): FunctionLength[] {
  const found: FunctionLength[] = []
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  const see = ({ start, end }: Node) => {
    const line = lineAt(start)
    found.push({ path, line, lines: lineAt(end) - line + 1 })
  }
  new Visitor({ FunctionDeclaration: see, FunctionExpression: see, ArrowFunctionExpression: see }).visit(
    parseSync(path, text).program,
  )
  return found
}

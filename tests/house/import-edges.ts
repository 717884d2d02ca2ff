import type { Edge } from './import-rules.ts'
import { resolveImport, type SourceFile } from './source-files.ts'

export type LinedEdge = Edge & { line: number }

export function listImportEdges({ path, imports }: SourceFile): LinedEdge[] {
  return imports.map(({ specifier = '(computed)', isType, line }) => {
    return { from: path, to: resolveImport(path, specifier), isType, line }
  })
}

export const tellEdge = ({ from, to, line }: LinedEdge) => `${from}:${line} imports ${to}`

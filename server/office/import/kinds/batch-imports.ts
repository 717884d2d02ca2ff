import {
  type BatchKind,
  fieldNames,
  type ImportField,
  type ImportKind,
  importFields,
  isBatchKind,
} from '../../../../shared/contract/import-lists.ts'
import type { BatchImport } from './batch-import.ts'
import { productsImport } from './products.ts'

export const batchImports: Record<BatchKind, BatchImport> = {
  products: productsImport,
}

export const batchImportOf = (kind: ImportKind): BatchImport | undefined =>
  isBatchKind(kind) ? batchImports[kind] : undefined

export function headingOf(kind: BatchKind): string[] {
  const fields: readonly ImportField[] = importFields[kind]
  return fields.map(field => fieldNames[field])
}

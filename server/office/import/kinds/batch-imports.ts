import {
  type BatchKind,
  fieldNames,
  type ImportField,
  type ImportKind,
  importFields,
  isBatchKind,
} from '../../../../shared/contract/import-lists.ts'
import type { BatchImport, ExportedImport } from './batch-import.ts'
import { categoriesImport } from './categories.ts'
import { ordersImport } from './orders.ts'
import { listPricesImport, retailerPricesImport } from './prices.ts'
import { productsImport } from './products.ts'
import { targetsImport } from './targets.ts'
import { visitsImport } from './visits.ts'

export const exportedImports: Record<Exclude<BatchKind, 'orders'>, ExportedImport> = {
  products: productsImport,
  categories: categoriesImport,
  'price-lists': listPricesImport,
  prices: retailerPricesImport,
  targets: targetsImport,
  visits: visitsImport,
}

export const batchImports = { ...exportedImports, orders: ordersImport } satisfies Record<BatchKind, BatchImport>

export const batchImportOf = (kind: ImportKind): BatchImport | undefined =>
  isBatchKind(kind) ? batchImports[kind] : undefined

export function headingOf(kind: BatchKind, { isExport }: { isExport: boolean }): string[] {
  const { columns }: BatchImport = batchImports[kind]
  const fields: readonly ImportField[] = importFields[kind]
  return fields.filter(field => !(isExport && columns[field]?.isImportedOnly)).map(field => fieldNames[field])
}

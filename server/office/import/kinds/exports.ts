import {
  type ExportKind,
  fieldNames,
  type ImportField,
  importFields,
} from '../../../../shared/contract/import-lists.ts'
import { listRetailerRows } from '../../../people/retailers/retailer-rows.query.ts'
import type { CellContext, ExportedImport, RowValues } from './batch-import.ts'
import { exportedImports, headingOf } from './batch-imports.ts'

type Export = {
  heading: string[]
  list: ExportedImport['list']
  toCells: (values: RowValues, context: CellContext) => string[]
}

/** The property of a retailer that each column exports. */
const retailerProperties: Record<(typeof importFields.retailers)[number], string> = {
  'account-number': 'accountNumber',
  name: 'name',
  territory: 'territory',
  status: 'status',
  'address-line': 'addressLine',
  town: 'town',
  postcode: 'postcode',
  phone: 'phone',
  'retailer-type': 'type',
  grade: 'grade',
  chain: 'chain',
  'credit-status': 'creditStatus',
  'price-list': 'priceList',
  notes: 'notes',
}

export function exportOf(kind: ExportKind): Export {
  if (kind === 'retailers') {
    const fields = importFields.retailers
    return {
      heading: fields.map((field: ImportField) => fieldNames[field]),
      list: listRetailerRows,
      toCells: values => fields.map(field => String(values[retailerProperties[field]] ?? '')),
    }
  }
  const { columns, list, disassemble } = exportedImports[kind]
  const exported = Object.values(columns).filter(({ isImportedOnly }) => isImportedOnly !== true)
  return {
    heading: headingOf(kind, { isExport: true }),
    list,
    toCells: (values, context) => {
      const row = disassemble?.(values, context) ?? values
      return exported.map(({ to, write }) => write(row[to], context))
    },
  }
}

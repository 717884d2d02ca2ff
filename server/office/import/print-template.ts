import {
  fieldNames,
  type ImportKind,
  importFields,
  isBatchKind,
  type PeopleKind,
} from '../../../shared/contract/import-lists.ts'
import { byteOrderMark, toCsvLine } from '../../../shared/csv/csv.ts'
import { batchImports, headingOf } from './kinds/batch-imports.ts'

/** An empty import file: the header and one example row to overwrite. */
export function printTemplate(kind: ImportKind): string {
  if (isBatchKind(kind)) {
    const examples = Object.values(batchImports[kind].columns).map(({ example }) => example)
    return byteOrderMark + [headingOf(kind, { isExport: false }), examples].map(toCsvLine).join('')
  }
  // The template has a column for each part of a name, so it needs none for the full name. Hashes come from a program.
  const fields = importFields[kind].filter(field => field !== 'full-name' && field !== 'password-hash')
  return byteOrderMark + [fields.map(field => fieldNames[field]), examples[kind]].map(toCsvLine).join('')
}

const examples: Record<PeopleKind, readonly string[]> = {
  users: ['nora.new@example.com', 'Nora', 'New', 'device', '', 'North shore; South shore', ''],
  retailers: [
    'C-1001',
    'Corner Store',
    'North shore',
    'open',
    '1 High Street',
    'Harbour Vale',
    'HV1 1AA',
    '',
    'Pub',
    'A',
    '',
    'good',
    '',
    '',
  ],
  contacts: ['C-1001', 'C-1001', 'Bea', 'Buyer', 'bea@example.com', 'Buyer', '', 'yes'],
}

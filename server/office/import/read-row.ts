import type { ImportField } from '../../../shared/contract/import-lists.ts'
import { fieldNames } from '../../../shared/contract/import-lists.ts'
import { suggestAddress } from '../../../shared/names/suggest-address.ts'
import { readMailAddress } from '../../platform/names/read-mail-address.ts'
import type { Finding } from './findings.ts'
import type { ImportOrder } from './import-order.ts'
import type { FileRow } from './parse-rows.ts'
import { splitFullName } from './split-full-name.ts'
import { tidyCell } from './tidy-cell.ts'

/** The cells of a row by what they stand for, tidied; a field without a column, or with an empty cell, is ''. */
export type ReadRow = { place: number; cell: (field: ImportField) => string; findings: Finding[] }

type Reading = Pick<ImportOrder, 'fields' | 'settings'>

export function readRow({ place, cells }: FileRow, { fields, settings }: Reading): ReadRow {
  const texts = new Map(fields.map((field, column) => [field, tidyCell(cells[column] ?? '')]))
  const findings: Finding[] = []
  if (cells.length > fields.length) findings.push({ kind: 'too-many-cells' })
  if ([...texts.values()].some(text => text.includes('�'))) findings.push({ kind: 'broken-letter' })
  const fullName = texts.get('full-name') ?? ''
  if (fullName !== '') {
    const { givenName, familyName } = splitFullName(fullName, settings.names)
    // Columns of their own say more than a full name does.
    texts.set('given-name', texts.get('given-name') || givenName)
    texts.set('family-name', texts.get('family-name') || familyName)
  }
  return { place, findings, cell: field => texts.get(field) ?? '' }
}

/** Says of each field that has no text that it is missing. */
export function requireFields(row: ReadRow, fields: readonly ImportField[]): void {
  for (const field of fields)
    if (row.cell(field) === '') row.findings.push({ kind: 'missing', text: fieldNames[field] })
}

/** The names that a new person needs. A full name that is kept as it is may be all in the surname. */
export function requireNames(row: ReadRow, { settings }: Pick<ImportOrder, 'settings'>): void {
  const isWhole = settings.names === 'keep' && row.cell('full-name') !== ''
  requireFields(row, isWhole ? ['family-name'] : ['given-name', 'family-name'])
}

/** Says of each field whose text is longer than this that it is too long. */
export function limitFields(row: ReadRow, longest: Partial<Record<ImportField, number>>): void {
  for (const [field, most] of Object.entries(longest) as [ImportField, number][]) {
    if (row.cell(field).length > most) row.findings.push({ kind: 'too-long', text: fieldNames[field] })
  }
}

/** The address of a cell, as it is stored; says what keeps mail from reaching it, and asks about what looks like a slip. */
export function judgeAddress(row: ReadRow, field: ImportField): string {
  const text = row.cell(field)
  if (text === '') return ''
  const read = readMailAddress(text)
  if (read.kind === 'refused') {
    row.findings.push({ kind: 'bad-address', text, refusal: { of: 'address', refusal: read.refusal } })
    return text
  }
  askAboutAddress(row, read.address.typed)
  return read.address.typed
}

export function askAboutAddress(row: ReadRow, address: string): void {
  const meant = suggestAddress(address)
  const isAsked = row.findings.some(({ kind, text }) => kind === 'address-question' && text === meant)
  if (meant !== undefined && !isAsked) row.findings.push({ kind: 'address-question', text: meant })
}

/** The first row of the file with the same key is the one that counts. */
export function refuseRepeated(row: ReadRow, { key, seen }: { key: string; seen: Map<string, number> }): void {
  if (key === '') return
  const before = seen.get(key)
  if (before === undefined) seen.set(key, row.place)
  else row.findings.push({ kind: 'duplicate', row: before })
}

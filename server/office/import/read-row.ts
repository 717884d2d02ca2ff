import type { ImportField } from '../../../shared/contract/import-lists.ts'
import { fieldNames } from '../../../shared/contract/import-lists.ts'
import { suggestAddress } from '../../../shared/names/suggest-address.ts'
import { readMailAddress } from '../../platform/names/read-mail-address.ts'
import { readPlainCell } from './cells/plain-cell.ts'
import type { Finding } from './findings.ts'
import type { ImportCommand } from './import-command.ts'
import type { FileRow } from './parse-rows.ts'
import { splitFullName } from './split-full-name.ts'
import { tidyCell } from './tidy-cell.ts'

/** The tidied cells of a row by field. A field without a column or with an empty cell is ''. */
export type ReadRow = {
  place: number
  cell: (field: ImportField) => string
  /** With the line breaks of the cell. */
  lines: (field: ImportField) => string
  findings: Finding[]
}

type RowFormat = Pick<ImportCommand, 'fields' | 'settings'>

export function readRow({ place, cells }: FileRow, { fields, settings }: RowFormat): ReadRow {
  const texts = new Map(fields.map((field, column) => [field, tidyCell(cells[column] ?? '')]))
  const findings: Finding[] = []
  if (cells.length > fields.length) findings.push({ kind: 'too-many-cells' })
  if ([...texts.values()].some(text => text.includes('�'))) findings.push({ kind: 'broken-letter' })
  const fullName = texts.get('full-name') ?? ''
  if (fullName !== '') {
    const { givenName, familyName } = splitFullName(fullName, settings.names)
    // Separate name columns are more reliable than a split full name.
    texts.set('given-name', texts.get('given-name') || givenName)
    texts.set('family-name', texts.get('family-name') || familyName)
  }
  return {
    place,
    findings,
    cell: field => texts.get(field) ?? '',
    lines: field => readPlainCell(cells[fields.indexOf(field)] ?? ''),
  }
}

/** Adds a finding for each empty field. */
export function requireFields(row: ReadRow, fields: readonly ImportField[]): void {
  for (const field of fields)
    if (row.cell(field) === '') row.findings.push({ kind: 'missing', text: fieldNames[field] })
}

/** Requires the names of a new person. A full name that isn't split goes into the surname alone. */
export function requireNames(row: ReadRow, { settings }: Pick<ImportCommand, 'settings'>): void {
  const isWhole = settings.names === 'keep' && row.cell('full-name') !== ''
  requireFields(row, isWhole ? ['family-name'] : ['given-name', 'family-name'])
}

/** Adds a finding for each field that is too long. */
export function limitFields(row: ReadRow, longest: Partial<Record<ImportField, number>>): void {
  for (const [field, most] of Object.entries(longest) as [ImportField, number][]) {
    if (row.cell(field).length > most) row.findings.push({ kind: 'too-long', text: fieldNames[field] })
  }
}

/** Reads an address. Adds a finding if mail can't reach it, and a question if it looks mistyped. */
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

/** Refuses a row whose key an earlier row already has. */
export function refuseRepeated(row: ReadRow, { key, seen }: { key: string; seen: Map<string, number> }): void {
  if (key === '') return
  const before = seen.get(key)
  if (before === undefined) seen.set(key, row.place)
  else row.findings.push({ kind: 'duplicate', row: before })
}

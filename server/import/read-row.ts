import type { ImportField } from '../../shared/contract/import-lists.ts'
import { fieldNames } from '../../shared/contract/import-lists.ts'
import { suggestAddress } from '../../shared/names/suggest-address.ts'
import { readMailAddress } from '../names/read-mail-address.ts'
import type { Finding } from './findings.ts'
import type { FileRow } from './parse-rows.ts'

/** The cells of a row by what they stand for, tidied; a field without a column, or with an empty cell, is ''. */
export type ReadRow = { place: number; cell: (field: ImportField) => string; findings: Finding[] }

export function readRow({ place, cells }: FileRow, fields: readonly (ImportField | null)[]): ReadRow {
  const texts = new Map(fields.map((field, column) => [field, tidy(cells[column] ?? '')]))
  const findings: Finding[] = []
  if (cells.length > fields.length) findings.push({ kind: 'too-many-cells' })
  if ([...texts.values()].some(text => text.includes('�'))) findings.push({ kind: 'broken-letter' })
  return { place, findings, cell: field => texts.get(field) ?? '' }
}

/** Soft hyphens, zero-width spaces, direction and byte order marks: part of no name. A joiner can be one. */
const junk = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g

/** One line, without what spreadsheets add: an apostrophe before a text that looks like a formula, spaces around it. */
function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(junk, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .replace(/^'(?=[=+\-@])/, '')
}

/** Says of each field that has no text that it is missing. */
export function requireFields(row: ReadRow, fields: readonly ImportField[]): void {
  for (const field of fields)
    if (row.cell(field) === '') row.findings.push({ kind: 'missing', text: fieldNames[field] })
}

/** Says of each field whose text is longer than this that it is too long. */
export function limitFields(row: ReadRow, longest: Partial<Record<ImportField, number>>): void {
  for (const [field, most] of Object.entries(longest) as [ImportField, number][]) {
    if (row.cell(field).length > most) row.findings.push({ kind: 'too-long', text: fieldNames[field] })
  }
}

/** The address of a cell, as it is stored; says what keeps mail from reaching it, and asks about what looks like a slip. */
export function readAddress(row: ReadRow, field: ImportField): string {
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

/**
 * An account number as it was meant: a spreadsheet makes 1001 into 1001.00, which can be mended, and a long one into
 * 1.23E+11, which cannot.
 */
export function readAccountNumber(row: ReadRow): string {
  const text = row.cell('account-number')
  if (/^\d[.,]?\d*E\+\d+$/i.test(text)) row.findings.push({ kind: 'shortened-number', text })
  const whole = /^(\d+)[.,]0+$/.exec(text)?.[1]
  if (whole !== undefined) row.findings.push({ kind: 'number-tidied', text: whole })
  return whole ?? text
}

/** The first row of the file with the same key is the one that counts. */
export function refuseRepeated(row: ReadRow, { key, seen }: { key: string; seen: Map<string, number> }): void {
  if (key === '') return
  const before = seen.get(key)
  if (before === undefined) seen.set(key, row.place)
  else row.findings.push({ kind: 'duplicate', row: before })
}

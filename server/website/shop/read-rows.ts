import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { decodeFile } from '../../office/import/decode-file.ts'
import type { TypedRow } from './answer-rows.ts'
import { mostLines } from './put-in-basket.ts'

export type ReadRows = { kind: 'rows'; rows: TypedRow[] } | { kind: 'refused'; text: string }

const refused = (text: string): ReadRows => ({ kind: 'refused', text })

const fileWords = {
  workbook: 'This is an Excel workbook. Save it as CSV, or copy the two columns and paste them.',
  'not-text': 'This file is not text. Choose a CSV file.',
  'cut-off': 'The end of this file is missing. Save it again, then upload it again.',
}

/** Reads an uploaded CSV in any encoding that the import of the office reads. */
export function readFileRows(bytes: Buffer): ReadRows {
  const decoded = decodeFile(bytes)
  if (decoded.kind !== 'decoded') return refused(fileWords[decoded.kind])
  return readPastedRows([...decoded.pieces()].join(''))
}

/** Reads codes and quantities as a spreadsheet copies them, as CSV, or one pair on a line. */
export function readPastedRows(text: string): ReadRows {
  const lines = text.replace(/^\uFEFF/, '').trim()
  if (lines === '') return { kind: 'rows', rows: [] }
  const cells = splitCells(lines)
  if (!cells) return refused('A quotation mark is not closed. Remove it, then try again.')
  const { code, quantity, rows } = findColumns(cells)
  const typed = rows
    .map(row => ({ code: row[code]?.trim() ?? '', quantity: row[quantity]?.trim() ?? '' }))
    .filter(row => row.code + row.quantity !== '')
  if (typed.length <= mostLines) return { kind: 'rows', rows: typed }
  return refused(`These are ${typed.length} rows. An order has at most ${mostLines}: send fewer at a time.`)
}

function splitCells(text: string): string[][] | undefined {
  const [first = ''] = text.split(/\r\n|\r|\n/, 1)
  const separator = ['\t', ';', ',', '|'].find(one => first.includes(one))
  if (separator === undefined) return text.split(/\r\n|\r|\n/).map(line => line.trim().split(/\s+(?=\S+$)/))
  try {
    return parse(text, {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
    })
  } catch (fault) {
    if (fault instanceof CsvError) return undefined
    throw fault
  }
}

const headings = { code: /code|sku|article|item|product/i, quantity: /quantity|qty|amount|pieces|number/i }

/** A first row without any digit is a heading, and says which columns to take. */
function findColumns(cells: readonly string[][]): { code: number; quantity: number; rows: readonly string[][] } {
  const [first = [], ...others] = cells
  if (others.length === 0 || first.some(cell => /\d/.test(cell))) return { code: 0, quantity: 1, rows: cells }
  const code = Math.max(
    0,
    first.findIndex(cell => headings.code.test(cell)),
  )
  const named = first.findIndex((cell, place) => place !== code && headings.quantity.test(cell))
  return { code, quantity: named < 0 ? code + 1 : named, rows: others }
}

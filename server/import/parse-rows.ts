import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { CsvError, parse } from 'csv-parse'
import { importLimits } from '../../shared/contract/import-lists.ts'

/** A row as the spreadsheet counts it, the first being 1. */
export type FileRow = { place: number; cells: string[] }

export type Parsed =
  | { kind: 'parsed'; header: string[]; rows: FileRow[]; separator: string }
  | { kind: 'empty' | 'no-rows' | 'too-many-rows' | 'too-many-columns' }
  /** The quotes do not match, or a row is endless: from this line on nothing can be trusted. */
  | { kind: 'broken-quote' | 'endless-row'; line: number }

const separators = [',', ';', '\t', '|']
const longestRow = 64_000
const piece = 16_000
/** Empty ones too. */
const mostLines = 5 * importLimits.rows

/** Cuts a text into its header and rows. Empty rows are left out, and counted as the spreadsheet counts them. */
export async function parseRows(text: string): Promise<Parsed> {
  const { separator, body, skipped } = findSeparator(text)
  const rows: FileRow[] = []
  let header: string[] | undefined
  let place = skipped
  const parser = Readable.from(inPieces(body), { objectMode: false }).pipe(
    parse({
      delimiter: separator,
      // All three, as a file that was put together from several has more than one.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: longestRow,
    }),
  )
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      place += 1
      if (place > mostLines) return { kind: 'too-many-rows' }
      if (cells.every(cell => cell.trim() === '')) continue
      if (header === undefined) header = withoutBlankEnd(cells)
      else rows.push({ place, cells: withinHeader(cells, header.length) })
      if (rows.length > importLimits.rows) return { kind: 'too-many-rows' }
    }
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    const line = skipped + Number(fault.lines ?? 1)
    return { kind: fault.code === 'CSV_MAX_RECORD_SIZE' ? 'endless-row' : 'broken-quote', line }
  }
  if (header === undefined) return { kind: 'empty' }
  if (header.length > importLimits.columns) return { kind: 'too-many-columns' }
  return rows.length === 0 ? { kind: 'no-rows' } : { kind: 'parsed', header, rows, separator }
}

/** Between two pieces other requests have their turn: a parser that is fed at once would keep them all waiting. */
async function* inPieces(text: string): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text)
  for (let from = 0; from < bytes.length; from += piece) {
    yield bytes.subarray(from, from + piece)
    await setImmediate()
  }
}

/** Excel's own first line `sep=;`, or whatever stands most often, outside of quotes, in the first line with something in it. */
function findSeparator(text: string): { separator: string; body: string; skipped: number } {
  const said = /^sep=(.)\r?\n/i.exec(text)
  if (said?.[1]) return { separator: said[1], body: text.slice(said[0].length), skipped: 1 }
  const line = /\S.*/.exec(text.slice(0, longestRow))?.[0].replace(/"[^"]*"/g, '') ?? ''
  const count = (separator: string) => line.split(separator).length
  const separator = separators.toSorted((a, b) => count(b) - count(a))[0] ?? ','
  return { separator, body: text, skipped: 0 }
}

function withoutBlankEnd(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex(cell => cell.trim() !== '') + 1)
}

/** One cell more than the header has columns is kept, and says that there were too many. */
function withinHeader(cells: string[], width: number): string[] {
  const filled = withoutBlankEnd(cells)
  return filled.length > width ? [...filled.slice(0, width), filled.slice(width).join(' ')] : filled
}

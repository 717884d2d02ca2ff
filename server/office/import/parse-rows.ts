import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { CsvError, parse } from 'csv-parse'
import { importLimits, mostTitleRows } from '../../../shared/contract/import-lists.ts'

/** A row as the spreadsheet counts it, the first being 1. */
export type FileRow = { place: number; cells: string[] }

export type Parsed =
  | { kind: 'parsed'; header: string[]; headerRow: number; rows: FileRow[]; separator: string }
  | { kind: 'empty' | 'no-rows' | 'too-many-rows' | 'too-many-columns' }
  /** The quotes do not match, or a row is endless: from this line on nothing can be trusted. */
  | { kind: 'broken-quote' | 'endless-row'; line: number }

const separators = [',', ';', '\t', '|']
const longestRow = 64_000
const piece = 16_000
/** Empty ones too. */
const mostLines = 5 * importLimits.rows

/** Cuts a text into its header and rows. Empty rows are left out, and counted as the spreadsheet counts them. */
export async function parseRows(text: string, findHeader: FindHeader = firstRow): Promise<Parsed> {
  const { separator, body, skipped } = findSeparator(withoutEnd(text))
  const found: FileRow[] = []
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
      found.push({ place, cells: withoutBlankEnd(cells) })
      if (found.length > importLimits.rows + mostTitleRows) return { kind: 'too-many-rows' }
    }
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    const line = skipped + Number(fault.lines ?? 1)
    return { kind: fault.code === 'CSV_MAX_RECORD_SIZE' ? 'endless-row' : 'broken-quote', line }
  }
  return cutAtHeader(found, { findHeader, separator })
}

/** Which of the first rows names the columns. */
export type FindHeader = (first: readonly FileRow[]) => FileRow | undefined
const firstRow: FindHeader = first => first[0]

type Cutting = { findHeader: FindHeader; separator: string }

/** Titles above the header are left out. */
function cutAtHeader(found: readonly FileRow[], { findHeader, separator }: Cutting): Parsed {
  const named = findHeader(found.slice(0, mostTitleRows))
  if (named === undefined) return { kind: 'empty' }
  const header = named.cells.map(name => name.replace(/\s+/g, ' ').trim())
  if (header.length > importLimits.columns) return { kind: 'too-many-columns' }
  const rows = found
    .filter(({ place }) => place > named.place)
    .map(({ place, cells }) => ({ place, cells: withinHeader(cells, header.length) }))
  if (rows.length > importLimits.rows) return { kind: 'too-many-rows' }
  return rows.length === 0 ? { kind: 'no-rows' } : { kind: 'parsed', header, headerRow: named.place, rows, separator }
}

/** Between two pieces other requests have their turn: a parser that is fed at once would keep them all waiting. */
async function* inPieces(text: string): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text)
  for (let from = 0; from < bytes.length; from += piece) {
    yield bytes.subarray(from, from + piece)
    await setImmediate()
  }
}

/** Old DOS and mainframe programs end a file with Ctrl-Z. */
function withoutEnd(text: string): string {
  const filled = text.trimEnd()
  return filled.endsWith('\u001A') ? filled.slice(0, -1) : text
}

/** Excel's own first line `sep=;`, also in quotes; else what separates the same number of cells in most of the first lines. */
function findSeparator(text: string): { separator: string; body: string; skipped: number } {
  const said = /^"?sep=([^"\r\n])"?[,;\t|]*\r?\n/i.exec(text)
  if (said?.[1]) return readBareFormulas(said[1], text.slice(said[0].length), 1)
  // Quoted cells first: a header may contain separators and line breaks.
  const lines = text
    .slice(0, longestRow)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter(line => line.trim() !== '')
    .slice(0, 20)
  const rate = (separator: string) => {
    const counts = lines.map(line => line.split(separator).length - 1).filter(count => count > 0)
    const times = (count: number) => counts.filter(one => one === count).length
    return Math.max(0, ...counts.map(count => times(count) * 1000 + count))
  }
  const separator = separators.toSorted((a, b) => rate(b) - rate(a))[0] ?? ','
  return readBareFormulas(separator, text, 0)
}

/** `="00123"` without quotes around it, as Excel's users write it to keep the zeros, is made a cell that CSV knows. */
function readBareFormulas(separator: string, text: string, skipped: number) {
  const sign = separator.replace(/[\\\]^-]/, '\\$&')
  const bare = new RegExp(`(^|[${sign}\\r\\n])="([^"\\r\\n${sign}]*)"(?=[${sign}\\r\\n]|$)`, 'g')
  return { separator, body: text.replace(bare, '$1"=""$2"""'), skipped }
}

function withoutBlankEnd(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex(cell => cell.trim() !== '') + 1)
}

/** One cell more than the header has columns is kept, and says that there were too many. */
function withinHeader(cells: string[], width: number): string[] {
  return cells.length > width ? [...cells.slice(0, width), cells.slice(width).join(' ')] : cells
}

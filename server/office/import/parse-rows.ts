import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { CsvError, parse } from 'csv-parse'
import { importLimits, mostTitleRows } from '../../../shared/contract/import-lists.ts'

/** `place` is the row number that a spreadsheet shows: the first row is 1. */
export type FileRow = { place: number; cells: string[] }

export type ParsedFile =
  | { kind: 'parsed'; header: string[]; headerRow: number; rows: FileRow[]; separator: string }
  | { kind: 'empty' | 'no-rows' | 'too-many-rows' | 'too-many-columns' }
  /** The quotes don't match or a row never ends, so nothing from this line on can be trusted. */
  | { kind: 'broken-quote' | 'endless-row'; line: number }

const separators = [',', ';', '\t', '|']
const longestRow = 64_000
const piece = 16_000
/** Includes empty rows. */
const mostLines = 5 * importLimits.rows

/** Splits CSV text into header and rows. Empty rows are dropped but still counted, so that numbers match the spreadsheet. */
export async function parseRows(text: string, findHeader: FindHeader = firstRow): Promise<ParsedFile> {
  const { separator, body, skipped } = findSeparator(withoutEnd(text))
  const found: FileRow[] = []
  let place = skipped
  const parser = Readable.from(inPieces(body), { objectMode: false }).pipe(
    parse({
      delimiter: separator,
      // All three line endings, because a file joined from several files can mix them.
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

/** Picks the header among the first rows. */
export type FindHeader = (first: readonly FileRow[]) => FileRow | undefined
const firstRow: FindHeader = first => first[0]

type HeaderCut = { findHeader: FindHeader; separator: string }

/** Drops titles above the header. */
function cutAtHeader(found: readonly FileRow[], { findHeader, separator }: HeaderCut): ParsedFile {
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

/** Feeds the parser in pieces: parsing a big file in one go would block every other request. */
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

/** Reads Excel's first line `sep=;`, quoted or not. Otherwise picks the sign that gives most first lines the same number of cells. */
function findSeparator(text: string): { separator: string; body: string; skipped: number } {
  const said = /^"?sep=([^"\r\n])"?[,;\t|]*\r?\n/i.exec(text)
  if (said?.[1]) return readBareFormulas(said[1], text.slice(said[0].length), 1)
  // Remove quoted cells first: they may contain separators and line breaks.
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

/** Quotes an unquoted `="00123"`, which Excel users write to keep the zeros and which is not valid CSV. */
function readBareFormulas(separator: string, text: string, skipped: number) {
  const sign = separator.replace(/[\\\]^-]/, '\\$&')
  const bare = new RegExp(`(^|[${sign}\\r\\n])="([^"\\r\\n${sign}]*)"(?=[${sign}\\r\\n]|$)`, 'g')
  return { separator, body: text.replace(bare, '$1"=""$2"""'), skipped }
}

function withoutBlankEnd(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex(cell => cell.trim() !== '') + 1)
}

/** Keeps one cell more than the header has columns, which shows later that the row had too many. */
function withinHeader(cells: string[], width: number): string[] {
  return cells.length > width ? [...cells.slice(0, width), cells.slice(width).join(' ')] : cells
}

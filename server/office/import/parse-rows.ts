import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { CsvError, parse } from 'csv-parse'
import { importLimits, mostTitleRows } from '../../../shared/contract/import-lists.ts'

/** `place` is the row number that a spreadsheet shows: the first row is 1. */
export type FileRow = { place: number; cells: string[] }

export type FileHead = { header: string[]; headerRow: number; separator: string }

export type ParsedFile =
  | { kind: 'parsed'; rows: number }
  | { kind: 'empty' | 'no-rows' | 'too-many-rows' | 'too-many-columns' }
  /** The quotes don't match or a row never ends, so nothing from this line on can be trusted. */
  | { kind: 'broken-quote' | 'endless-row'; line: number }

/** Picks the header among the first rows. */
export type FindHeader = (first: readonly FileRow[]) => FileRow | undefined

export type RowTaker = {
  mostRows: number
  findHeader: FindHeader
  /** Called once, before the first rows. */
  onHead: (head: FileHead) => Promise<void>
  /** Called with some rows at a time. The file is read on when they are stored. */
  onRows: (rows: FileRow[]) => Promise<void>
}

const separators = [',', ';', '\t', '|']
const longestRow = 64_000
const piece = 16_000
const rowsAtOnce = 2000

/** Splits CSV text into header and rows. Empty rows are dropped but still counted, so that numbers match the spreadsheet. */
export async function parseRows(pieces: Iterable<string>, taker: RowTaker): Promise<ParsedFile> {
  const lines = inLines(pieces)
  const first = lines.next().value ?? ''
  const { separator, body, skipped } = findSeparator(first)
  const parser = Readable.from(inTurns(readable(body, lines, separator)), { objectMode: false }).pipe(
    parse({
      delimiter: separator,
      // All three line endings, because a file joined from several files can mix them.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: longestRow,
    }),
  )
  try {
    return await takeRows(parser as AsyncIterable<string[]>, { ...taker, separator, skipped })
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    const line = skipped + Number(fault.lines ?? 1)
    return { kind: fault.code === 'CSV_MAX_RECORD_SIZE' ? 'endless-row' : 'broken-quote', line }
  }
}

type Reading = RowTaker & { separator: string; skipped: number }

async function takeRows(records: AsyncIterable<string[]>, reading: Reading): Promise<ParsedFile> {
  const { mostRows, onRows, skipped } = reading
  let place = skipped
  let width: number | undefined
  let rows = 0
  let waiting: FileRow[] = []
  const flush = async (isLast: boolean) => {
    if (width === undefined) {
      const found = await takeHead(waiting, reading)
      if (found.kind !== 'head') return found
      ;({ width, rest: waiting } = found)
    }
    rows += waiting.length
    if (rows > mostRows) return { kind: 'too-many-rows' as const }
    if (isLast && rows === 0) return { kind: 'no-rows' as const }
    if (waiting.length > 0) await onRows(waiting.map(row => withinHeader(row, width ?? 0)))
    waiting = []
    return undefined
  }
  for await (const cells of records) {
    place += 1
    // Empty rows count too, so that a file of line breaks ends.
    if (place > 5 * mostRows) return { kind: 'too-many-rows' }
    if (cells.every(cell => cell.trim() === '')) continue
    waiting.push({ place, cells: withoutBlankEnd(cells) })
    const refused = waiting.length >= rowsAtOnce ? await flush(false) : undefined
    if (refused) return refused
  }
  return (await flush(true)) ?? { kind: 'parsed', rows }
}

/** Drops titles above the header. */
async function takeHead(found: readonly FileRow[], { findHeader, onHead, separator }: Reading) {
  const named = findHeader(found.slice(0, mostTitleRows))
  if (named === undefined) return { kind: 'empty' as const }
  const header = named.cells.map(name => name.replace(/\s+/g, ' ').trim())
  if (header.length > importLimits.columns) return { kind: 'too-many-columns' as const }
  await onHead({ header, headerRow: named.place, separator })
  return { kind: 'head' as const, width: header.length, rest: found.filter(({ place }) => place > named.place) }
}

/** Cuts the text after a line break, so that no cell is cut, and drops the Ctrl-Z of old DOS and mainframe programs. */
function* inLines(pieces: Iterable<string>): Generator<string, undefined> {
  let open = ''
  for (const piece of pieces) {
    open += piece
    if (open.length < longestRow) continue
    // A return at the very end may be half of a line break.
    const end = Math.max(open.lastIndexOf('\n'), open.lastIndexOf('\r', open.length - 2)) + 1 || open.length
    yield open.slice(0, end)
    open = open.slice(end)
  }
  const filled = open.trimEnd()
  yield filled.endsWith('\u001A') ? filled.slice(0, -1) : open
}

/** Feeds the parser in pieces: parsing a big file in one go would block every other request. */
async function* inTurns(texts: Iterable<string>): AsyncGenerator<Buffer> {
  for (const text of texts) {
    const bytes = Buffer.from(text)
    for (let from = 0; from < bytes.length; from += piece) {
      await setImmediate()
      yield bytes.subarray(from, from + piece)
    }
  }
}

/** The rest of the text, without formulas around zeros. */
function* readable(first: string, rest: Iterable<string>, separator: string): Generator<string> {
  yield quoteFormulas(first, separator)
  for (const text of rest) yield quoteFormulas(text, separator)
}

/** Reads Excel's first line `sep=;`, quoted or not. Otherwise picks the sign that gives most first lines the same number of cells. */
function findSeparator(text: string): { separator: string; body: string; skipped: number } {
  const said = /^"?sep=([^"\r\n])"?[,;\t|]*\r?\n/i.exec(text)
  if (said?.[1]) return { separator: said[1], body: text.slice(said[0].length), skipped: 1 }
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
  return { separator, body: text, skipped: 0 }
}

/** Quotes an unquoted `="00123"`, which Excel users write to keep the zeros and which is not valid CSV. */
function quoteFormulas(text: string, separator: string): string {
  const sign = separator.replace(/[\\\]^-]/, '\\$&')
  const bare = new RegExp(`(^|[${sign}\\r\\n])="([^"\\r\\n${sign}]*)"(?=[${sign}\\r\\n]|$)`, 'g')
  return text.replace(bare, '$1"=""$2"""')
}

function withoutBlankEnd(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex(cell => cell.trim() !== '') + 1)
}

/** Keeps one cell more than the header has columns, which shows later that the row had too many. */
function withinHeader({ place, cells }: FileRow, width: number): FileRow {
  return { place, cells: cells.length > width ? [...cells.slice(0, width), cells.slice(width).join(' ')] : cells }
}

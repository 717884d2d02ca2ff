import { expect, test } from 'vitest'
import { importLimits } from '../../../shared/contract/import-lists.ts'
import { type FileHead, type FileRow, parseRows as parsePieces } from './parse-rows.ts'

const mostRows = 20_000

/** The complete file, read in pieces of this many letters. */
async function parseRows(text: string, size = 10_000) {
  const rows: FileRow[] = []
  let head: FileHead | undefined
  const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
    text.slice(at * size, (at + 1) * size),
  )
  const parsed = await parsePieces(pieces, {
    mostRows,
    findHeader: ([first]) => first,
    onHead: async found => {
      head = found
    },
    onRows: async found => {
      rows.push(...found)
    },
  })
  return parsed.kind === 'parsed' ? { ...parsed, ...head, rows, count: parsed.rows } : parsed
}

test('detects comma, semicolon, tab and bar from the first line, ignoring quoted text', async () => {
  for (const separator of [',', ';', '\t', '|']) {
    const parsed = await parseRows(`A${separator}"b;,|;,|"\r\n1${separator}2\r\n`)
    expect(parsed, separator).toMatchObject({
      separator,
      header: ['A', 'b;,|;,|'],
      rows: [{ place: 2, cells: ['1', '2'] }],
    })
  }
  expect(await parseRows('sep=;\r\na,a;b\r\n1;2')).toMatchObject({ header: ['a,a', 'b'], rows: [{ place: 3 }] })
})

test('reads quotes, line breaks within a cell and all three line endings, and counts empty rows without importing them', async () => {
  const parsed = await parseRows('\n"A";B;;\r\n"two\nlines";"a ""quote"""\r\n;;;\r\n\r\nlast;\r\n;;\r\n')
  expect(parsed).toMatchObject({
    header: ['A', 'B'],
    rows: [
      { place: 3, cells: ['two\nlines', 'a "quote"'] },
      { place: 6, cells: ['last'] },
    ],
  })
  expect(await parseRows('A,B\r1,2\r3,4')).toMatchObject({ rows: [{ place: 2 }, { place: 3, cells: ['3', '4'] }] })
})

test('joins cells beyond the header into one, so the row can report them', async () => {
  expect(await parseRows('A,B\n1,2,3,4')).toMatchObject({ rows: [{ cells: ['1', '2', '3 4'] }] })
  expect(await parseRows('A,B\n1,2,,')).toMatchObject({ rows: [{ cells: ['1', '2'] }] })
})

test('refuses a broken file completely, with the line', async () => {
  expect(await parseRows('')).toEqual({ kind: 'empty' })
  expect(await parseRows('\r\n ,\r\n')).toEqual({ kind: 'empty' })
  expect(await parseRows('A,B\r\n,\r\n')).toEqual({ kind: 'no-rows' })
  expect(await parseRows('A,B\n1,2\n"3,4\n5,6\n')).toMatchObject({ kind: 'broken-quote' })
  expect(await parseRows('A,B\n1,5" pipe\n')).toEqual({ kind: 'broken-quote', line: 2 })
  expect(await parseRows('x'.repeat(5_000_000))).toMatchObject({ kind: 'endless-row', line: 1 })
  expect(await parseRows(`A\n${'x\n'.repeat(mostRows + 1)}`)).toEqual({ kind: 'too-many-rows' })
  expect(await parseRows(`${'A,'.repeat(importLimits.columns)}A\n1`)).toEqual({ kind: 'too-many-columns' })
})

test('reads a big file in pieces, and lets other requests run in between', async () => {
  let turns = 0
  let isOver = false
  const turn = () => {
    turns += 1
    if (!isOver) setImmediate(turn)
  }
  turn()
  const text = `A,B\n${'some.name@new.example,"Some ""quoted"" name"\n'.repeat(10_000)}`
  expect(await parseRows(text)).toMatchObject({ kind: 'parsed' })
  isOver = true
  expect(turns).toBeGreaterThan(20)
})

test('accepts a quoted sep= line, and detects the separator from several lines after titles or line breaks', async () => {
  expect(await parseRows('"sep=;"\r\na,a;b\r\n1;2')).toMatchObject({ header: ['a,a', 'b'], rows: [{ place: 3 }] })
  expect(await parseRows('sep=\t\n"a"\tb\n1\t2')).toMatchObject({ header: ['a', 'b'] })
  expect(await parseRows('"Account\nnumber, old";"First\r\nname"\r\n1;2\r\n')).toMatchObject({
    separator: ';',
    header: ['Account number, old', 'First name'],
  })
})

test('reads zeros kept by a formula with and without quotes around it, and stops at Ctrl-Z', async () => {
  const rows = [{ cells: ['="00123"', 'a'] }, { cells: ['="00124"', 'b,="c",d'] }]
  expect(await parseRows('A,B\r\n="00123",a\r\n"=""00124""","b,=""c"",d"\r\n\x1A')).toMatchObject({ rows })
  expect(await parseRows('A;B\n1;="00125"')).toMatchObject({ rows: [{ cells: ['1', '="00125"'] }] })
})

test('reads the same rows however the file is cut into pieces, and gives them on before the file ends', async () => {
  const line = 'code,"two\r\nlines, ""quoted""",="00123",é\r\n'
  const text = `A,B,C,D\r\n${line.repeat(5000)}`
  const whole = await parseRows(text, text.length)
  expect(whole).toMatchObject({ kind: 'parsed', count: 5000 })
  expect(await parseRows(text, 777)).toEqual(whole)
  expect(await parseRows(text, 64_000)).toEqual(whole)

  const batches: number[] = []
  await parsePieces([text], {
    mostRows,
    findHeader: ([first]) => first,
    onHead: async () => {},
    onRows: async rows => {
      batches.push(rows.length)
    },
  })
  expect(batches).toEqual([1999, 2000, 1001])
})

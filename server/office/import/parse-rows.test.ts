import { expect, test } from 'vitest'
import { importLimits } from '../../../shared/contract/import-lists.ts'
import { parseRows } from './parse-rows.ts'

test('comma, semicolon, tab and bar are told from the first line, whatever stands in quotes', async () => {
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

test('quotes, line breaks within a cell and all three line ends are read; empty rows are counted and left out', async () => {
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

test('more cells than the header has are kept as one, so that the row can say so', async () => {
  expect(await parseRows('A,B\n1,2,3,4')).toMatchObject({ rows: [{ cells: ['1', '2', '3 4'] }] })
  expect(await parseRows('A,B\n1,2,,')).toMatchObject({ rows: [{ cells: ['1', '2'] }] })
})

test('what is broken is refused whole, with the line', async () => {
  expect(await parseRows('')).toEqual({ kind: 'empty' })
  expect(await parseRows('\r\n ,\r\n')).toEqual({ kind: 'empty' })
  expect(await parseRows('A,B\r\n,\r\n')).toEqual({ kind: 'no-rows' })
  expect(await parseRows('A,B\n1,2\n"3,4\n5,6\n')).toMatchObject({ kind: 'broken-quote' })
  expect(await parseRows('A,B\n1,5" pipe\n')).toEqual({ kind: 'broken-quote', line: 2 })
  expect(await parseRows('x'.repeat(5_000_000))).toMatchObject({ kind: 'endless-row', line: 1 })
  expect(await parseRows(`A\n${'x\n'.repeat(importLimits.rows + 1)}`)).toEqual({ kind: 'too-many-rows' })
  expect(await parseRows(`${'A,'.repeat(importLimits.columns)}A\n1`)).toEqual({ kind: 'too-many-columns' })
})

test('a big file is read in pieces, and others have their turn in between', async () => {
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

test('the separator may be said in quotes, and is told from several lines where titles or line breaks come first', async () => {
  expect(await parseRows('"sep=;"\r\na,a;b\r\n1;2')).toMatchObject({ header: ['a,a', 'b'], rows: [{ place: 3 }] })
  expect(await parseRows('sep=\t\n"a"\tb\n1\t2')).toMatchObject({ header: ['a', 'b'] })
  expect(await parseRows('"Account\nnumber, old";"First\r\nname"\r\n1;2\r\n')).toMatchObject({
    separator: ';',
    header: ['Account number, old', 'First name'],
  })
})

test('zeros that are kept by a formula are read with and without quotes around it, and Ctrl-Z ends a file', async () => {
  const rows = [{ cells: ['="00123"', 'a'] }, { cells: ['="00124"', 'b,="c",d'] }]
  expect(await parseRows('A,B\r\n="00123",a\r\n"=""00124""","b,=""c"",d"\r\n\x1A')).toMatchObject({ rows })
  expect(await parseRows('A;B\n1;="00125"')).toMatchObject({ rows: [{ cells: ['1', '="00125"'] }] })
})

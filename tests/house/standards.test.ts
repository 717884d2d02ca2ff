import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Row = { row: string; level: number; files: string[]; where: string }

const page = readFileSync('docs/standards.md', 'utf8')
const rows: Row[] = [...page.matchAll(/^\| (\d+\.\d+\.\d+)\s*\| (\d)\s*\| .*? \| (.*?)\s*\|$/gm)].map(
  ([, row = '', level = '', where = '']) => ({
    row,
    level: Number(level),
    where,
    files: [...where.matchAll(/`([^`]+\.(?:test|spec)\.ts)`/g)].map(([, file = '']) => file),
  }),
)
const tested = rows.filter(({ where }) => where.startsWith('`'))

/** The number of rows in each section of the three chapters of ASVS 5.0. */
const sections = {
  '6.1': 3,
  '6.2': 12,
  '6.3': 8,
  '6.4': 6,
  '6.5': 8,
  '6.6': 4,
  '6.7': 2,
  '6.8': 4,
  '7.1': 3,
  '7.2': 4,
  '7.3': 2,
  '7.4': 5,
  '7.5': 3,
  '7.6': 2,
  '10.1': 2,
  '10.2': 3,
  '10.3': 5,
  '10.4': 16,
  '10.5': 5,
  '10.6': 2,
  '10.7': 3,
}

const titlesOf = (file: string) =>
  [
    ...readFileSync(file, 'utf8').matchAll(/\b(?:test|it|describe)(?:\.each\([\s\S]*?\))?\(\s*(['"`])([\s\S]*?)\1/g),
  ].map(([, , title = '']) => title)

describe('docs/standards.md', () => {
  test('lists every row of ASVS V6, V7 and V10 once', () => {
    const expected = Object.entries(sections).flatMap(([section, count]) =>
      Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
    )
    const listed = rows.map(({ row }) => row).filter(row => /^(?:6|7|10)\./.test(row))
    expect(listed.toSorted()).toEqual(expected.toSorted())
  })

  test('says for each row where it is met, why not, or that it is planned', () => {
    expect(rows.filter(({ where }) => where === '')).toEqual([])
    expect(tested.length).toBeGreaterThan(50)
  })

  test.each(tested)('$row is in a test title of each named file', ({ row, files }) => {
    const isNamed = (title: string) => new RegExp(`(?<![\\d.])${row.replaceAll('.', '\\.')}(?![\\d.])`).test(title)
    expect(files).not.toEqual([])
    expect(files.filter(file => !titlesOf(file).some(isNamed))).toEqual([])
  })
})

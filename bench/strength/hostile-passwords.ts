/** Inputs that an attacker may paste or send to keep a server busy. */

const LONG = 100_000
const LONGEST_JUDGED = 256

const repeat = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

const UNITS = [
  'a',
  'ab',
  'aaab',
  '1',
  '01',
  '1900',
  '31.12.1999',
  'o0',
  '4@$3',
  'p4$$w0rd',
  'i1!l|',
  'loveyou',
  'passwordpasswort',
  'qwertyuiop',
  '1qaz2wsx',
  'abcdefghijklmnopqrstuvwxyz',
  'harbourvale',
  'Jan-01-KW52-2024',
  'aA1!é漢😀',
  '😀',
  '\ud83d',
  '\udc00\ud800',
  'e\u0301',
  '\u0301',
  'ﷺ',
  '각',
  'İ',
  'ß',
  '\0',
  ' ',
]

export const HOSTILE_PASSWORDS: readonly string[] = UNITS.flatMap(unit => [
  repeat(unit, LONG),
  repeat(unit, LONGEST_JUDGED),
  `${repeat(unit, LONGEST_JUDGED / 2)}x${repeat(unit, LONGEST_JUDGED / 2 - 1)}`,
])

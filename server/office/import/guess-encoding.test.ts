import { expect, test } from 'vitest'
import { singleByteEncodings } from '../../../shared/contract/import-lists.ts'
import { decodeFile } from './decode-file.ts'

/** Node writes only UTF-8, so this finds the bytes of an encoding by decoding all 256 of them. */
function encode(text: string, encoding: string): Buffer {
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(Buffer.from([byte])), byte]),
  )
  return Buffer.from([...text].map(letter => bytes.get(letter) ?? 0x3f))
}

const names: [string, string[]][] = [
  ['windows-1252', ['Müller;Jürgen', 'José;Núñez', 'Ærø;Bjørn', 'Renée;Lefèvre;50 €', 'O’Neil;Zoë', 'GRÖSSE;JÄGER']],
  ['windows-1250', ['Łukasz;Wiśniewski', 'Małgorzata;Zając', 'Dvořáková', 'Żółkiewski']],
  ['windows-1251', ['Иван;Петров', 'Олена;Шевченко', 'Юлия']],
  ['windows-1253', ['Γιώργος;Παπαδόπουλος', 'Ελένη']],
  ['macintosh', ['Müller;Jürgen', 'José;Núñez', 'Renée;Lefèvre']],
]

const textOf = (decoded: ReturnType<typeof decodeFile>) =>
  decoded.kind === 'decoded' ? [...decoded.pieces()].join('') : undefined

test('picks the encoding that makes names plausible, even if one name decides', () => {
  for (const [encoding, texts] of names) {
    for (const text of texts) {
      const decoded = decodeFile(encode(`Name\r\n${text}\r\n`, encoding))
      expect(textOf(decoded)?.trim().split('\r\n')[1], encoding).toBe(text)
    }
  }
})

test("follows the importer's choice, and every encoding decodes every byte", () => {
  const bytes = encode('Èâàí', 'windows-1252')
  expect(textOf(decodeFile(bytes))).toBe('Иван')
  const chosen = decodeFile(bytes, 'windows-1252')
  expect([textOf(chosen), chosen]).toMatchObject(['Èâàí', { encoding: 'Windows-1252' }])
  const all = Buffer.from(Array.from({ length: 255 }, (_, byte) => byte + 1))
  for (const encoding of singleByteEncodings) expect(decodeFile(all, encoding).kind).toBe('decoded')
})

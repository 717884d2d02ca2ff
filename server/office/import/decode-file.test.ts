import { expect, test } from 'vitest'
import { decodeFile } from './decode-file.ts'

const text = 'Name;Ort\r\nJosé;Köln\r\n'
const wide = (label: 'le' | 'be') => {
  const bytes = Buffer.from(text, 'utf16le')
  return label === 'le' ? bytes : bytes.swap16()
}

test('reads a text in any encoding that spreadsheets save: with and without a mark, one or two bytes a letter', () => {
  const found = (bytes: Buffer) => {
    const decoded = decodeFile(bytes)
    return decoded.kind === 'decoded' ? [[...decoded.pieces()].join(''), decoded.encoding] : decoded.kind
  }
  expect(found(Buffer.from(text))).toEqual([text, 'UTF-8'])
  expect(found(Buffer.from(`\uFEFF${text}`))).toEqual([text, 'UTF-8'])
  expect(found(Buffer.from(text, 'latin1'))).toEqual([text, 'Windows-1252'])
  expect(found(Buffer.from([0x80, 0x2c, 0x93]))).toEqual(['€,“', 'Windows-1252'])
  expect(found(Buffer.concat([Buffer.from([0xff, 0xfe]), wide('le')]))).toEqual([text, 'UTF-16'])
  expect(found(Buffer.concat([Buffer.from([0xfe, 0xff]), wide('be')]))).toEqual([text, 'UTF-16'])
  expect(found(wide('le'))).toEqual([text, 'UTF-16'])
  expect(found(wide('be'))).toEqual([text, 'UTF-16'])
  // One letter is damaged, the others are intact.
  const broken = Buffer.concat([Buffer.from('Zoë,Jo'), Buffer.from([0xe9]), Buffer.from(',José\r\n')])
  expect(found(broken)).toEqual(['Zoë,Jo\uFFFD,José\r\n', 'UTF-8'])
  // Ends with é in Windows-1252, which is how a cut-off letter of UTF-8 begins.
  expect(found(Buffer.from('Name\r\nRené', 'latin1'))).toEqual(['Name\r\nRené', 'Windows-1252'])
})

test('refuses a file that is not text or is incomplete, and says which', () => {
  expect(decodeFile(Buffer.from('504b0304140006000800', 'hex')).kind).toBe('workbook')
  expect(decodeFile(Buffer.from('d0cf11e0a1b11ae1', 'hex')).kind).toBe('workbook')
  expect(decodeFile(Buffer.from('a,b\0c')).kind).toBe('not-text')
  expect(decodeFile(Buffer.from('89504e470d0a1a0a0000000d', 'hex')).kind).toBe('not-text')
  expect(decodeFile(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from([0x00, 0xd8])])).kind).toBe('not-text')
  expect(decodeFile(Buffer.from('José,Koeln,é').subarray(0, -1)).kind).toBe('cut-off')
})

import type { SingleByteEncoding } from '../../../shared/contract/import-lists.ts'
import { guessEncoding } from './guess-encoding.ts'

export type Decoded =
  | { kind: 'decoded'; text: string; encoding: string }
  /** An Excel workbook, a picture, …: no text at all. */
  | { kind: 'workbook' | 'not-text' | 'cut-off' }

/** ZIP, which a workbook of today is, and the container of one from before 2007. */
const workbooks = [Buffer.from('PK\x03\x04', 'latin1'), Buffer.from('d0cf11e0', 'hex')]

/**
 * The characters of a file that says nothing about them: by its byte order mark, by the zeros of UTF-16, as UTF-8 where
 * it is that whole, and else in the encoding that makes the most plausible names, or that the person chose.
 */
export function decodeFile(bytes: Buffer, chosen?: SingleByteEncoding): Decoded {
  if (workbooks.some(start => bytes.subarray(0, start.length).equals(start))) return { kind: 'workbook' }
  const wide = findUtf16(bytes)
  if (wide) {
    const text = decode(wide, bytes)
    return text === undefined || text.includes('\0')
      ? { kind: 'not-text' }
      : { kind: 'decoded', text, encoding: 'UTF-16' }
  }
  if (bytes.includes(0)) return { kind: 'not-text' }
  if (chosen !== undefined) return decodeAs(chosen, bytes)
  const text = decode('utf-8', bytes)
  if (text !== undefined) return { kind: 'decoded', text, encoding: 'UTF-8' }
  if (isCutOff(bytes)) return { kind: 'cut-off' }
  const mended = decodeMostly(bytes)
  if (mended !== undefined) return { kind: 'decoded', text: mended, encoding: 'UTF-8' }
  return decodeAs(guessEncoding(bytes), bytes)
}

function decodeAs(encoding: SingleByteEncoding, bytes: Buffer): Decoded {
  return { kind: 'decoded', text: new TextDecoder(encoding).decode(bytes), encoding: encodingNames[encoding] }
}

const encodingNames: Record<SingleByteEncoding, string> = {
  'windows-1252': 'Windows-1252',
  'windows-1250': 'Windows-1250',
  'windows-1251': 'Windows-1251',
  'windows-1253': 'Windows-1253',
  macintosh: 'Mac Roman',
}

function decode(encoding: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** UTF-8 in which a letter here and there is broken: those are marked as lost, and not the others misread for them. */
function decodeMostly(bytes: Buffer): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes)
  let lost = 0
  let whole = 0
  // By hand, as five million letters are looked at while others wait.
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place)
    if (unit === 0xfffd) lost += 1
    else if (unit > 127) whole += 1
  }
  return whole > lost ? text : undefined
}

function findUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  // Without a mark: in a text of Latin letters every second byte is zero.
  const start = bytes.subarray(0, 1000)
  const zeros = (from: number) => start.filter((byte, place) => place % 2 === from && byte === 0).length
  const half = start.length / 2
  if (zeros(1) > half * 0.7 && zeros(0) === 0) return 'utf-16le'
  if (zeros(0) > half * 0.7 && zeros(1) === 0) return 'utf-16be'
  return undefined
}

/** UTF-8 whose last character is half there: the file did not arrive whole. One that is Windows-1252 has other breaks. */
function isCutOff(bytes: Buffer): boolean {
  for (let missing = 1; missing <= 3; missing += 1) {
    const before = decode('utf-8', bytes.subarray(0, -missing))
    if (before !== undefined) return /[^\p{ASCII}\uFEFF]/u.test(before)
  }
  return false
}

import type { SingleByteEncoding } from '../../../shared/contract/import-lists.ts'
import { guessEncoding } from './guess-encoding.ts'

export type DecodedFile =
  | { kind: 'decoded'; text: string; encoding: string }
  /** Not text: an Excel workbook, a picture and so on. */
  | { kind: 'workbook' | 'not-text' | 'cut-off' }

/** File signatures of workbooks: ZIP since Excel 2007, and OLE containers before it. */
const workbooks = [Buffer.from('PK\x03\x04', 'latin1'), Buffer.from('d0cf11e0', 'hex')]

/**
 * Decodes a file that doesn't declare its encoding. It looks for a byte order mark, the zeros of UTF-16 and valid
 * UTF-8, in this order. Otherwise it uses the encoding that the importer chose or the one that makes the most plausible names.
 */
export function decodeFile(bytes: Buffer, chosen?: SingleByteEncoding): DecodedFile {
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

function decodeAs(encoding: SingleByteEncoding, bytes: Buffer): DecodedFile {
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

/** UTF-8 with a few damaged letters stays UTF-8: another encoding would misread all the intact letters. */
function decodeMostly(bytes: Buffer): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes)
  let lost = 0
  let whole = 0
  // A plain loop, because five million letters are scanned while other requests wait.
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
  // Without a byte order mark: in Latin text, every second byte of UTF-16 is zero.
  const start = bytes.subarray(0, 1000)
  const zeros = (from: number) => start.filter((byte, place) => place % 2 === from && byte === 0).length
  const half = start.length / 2
  if (zeros(1) > half * 0.7 && zeros(0) === 0) return 'utf-16le'
  if (zeros(0) > half * 0.7 && zeros(1) === 0) return 'utf-16be'
  return undefined
}

/** True if only the last UTF-8 character is incomplete. Windows-1252 text fails to decode in other places too. */
function isCutOff(bytes: Buffer): boolean {
  for (let missing = 1; missing <= 3; missing += 1) {
    const before = decode('utf-8', bytes.subarray(0, -missing))
    if (before !== undefined) return /[^\p{ASCII}\uFEFF]/u.test(before)
  }
  return false
}

import { isAscii, isUtf8 } from 'node:buffer'
import type { SingleByteEncoding } from '../../../shared/contract/import-lists.ts'
import { guessEncoding } from './guess-encoding.ts'

export type DecodedFile =
  | { kind: 'decoded'; encoding: string; pieces: () => Iterable<string> }
  /** Not text: an Excel workbook, a picture and so on. */
  | { kind: 'workbook' | 'not-text' | 'cut-off' }

/** File signatures of workbooks: ZIP since Excel 2007, and OLE containers before it. */
const workbooks = [Buffer.from('PK\x03\x04', 'latin1'), Buffer.from('d0cf11e0', 'hex')]
const pieceBytes = 64_000

/**
 * Decodes a file that doesn't declare its encoding. It looks for a byte order mark, the zeros of UTF-16 and valid
 * UTF-8, in this order. Otherwise it uses the encoding that the importer chose or the one that makes the most plausible names.
 * The text comes in pieces: a long file is never in memory a second time.
 */
export function decodeFile(bytes: Buffer, chosen?: SingleByteEncoding): DecodedFile {
  if (workbooks.some(start => bytes.subarray(0, start.length).equals(start))) return { kind: 'workbook' }
  const wide = findUtf16(bytes)
  if (wide) return isWideText(bytes, wide) ? decodeAs('UTF-16', wide, bytes) : { kind: 'not-text' }
  if (bytes.includes(0)) return { kind: 'not-text' }
  if (chosen !== undefined) return decodeAs(encodingNames[chosen], chosen, bytes)
  if (isUtf8(bytes)) return decodeAs('UTF-8', 'utf-8', bytes)
  if (isCutOff(bytes)) return { kind: 'cut-off' }
  if (isMostlyUtf8(bytes)) return decodeAs('UTF-8', 'utf-8', bytes)
  const guessed = guessEncoding(bytes)
  return decodeAs(encodingNames[guessed], guessed, bytes)
}

function decodeAs(encoding: string, label: string, bytes: Buffer): DecodedFile {
  return { kind: 'decoded', encoding, pieces: () => inPieces(bytes, new TextDecoder(label)) }
}

function* inPieces(bytes: Buffer, decoder: TextDecoder): Generator<string> {
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    yield decoder.decode(bytes.subarray(from, from + pieceBytes), { stream: true })
  }
  yield decoder.decode()
}

const encodingNames: Record<SingleByteEncoding, string> = {
  'windows-1252': 'Windows-1252',
  'windows-1250': 'Windows-1250',
  'windows-1251': 'Windows-1251',
  'windows-1253': 'Windows-1253',
  macintosh: 'Mac Roman',
}

function isWideText(bytes: Buffer, encoding: string): boolean {
  try {
    for (const text of inPieces(bytes, new TextDecoder(encoding, { fatal: true })))
      if (text.includes('\0')) return false
    return true
  } catch {
    return false
  }
}

/** UTF-8 with a few damaged letters stays UTF-8: another encoding would misread all the intact letters. */
function isMostlyUtf8(bytes: Buffer): boolean {
  let lost = 0
  let intact = 0
  for (const text of inPieces(bytes, new TextDecoder('utf-8'))) {
    // A plain loop, because millions of letters are scanned while other requests wait.
    for (let place = 0; place < text.length; place += 1) {
      const unit = text.charCodeAt(place)
      if (unit === 0xfffd) lost += 1
      else if (unit > 127) intact += 1
    }
  }
  return intact > lost
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

const mark = Buffer.from('\uFEFF')

/** True if only the last UTF-8 character is incomplete. Windows-1252 text fails to decode in other places too. */
function isCutOff(bytes: Buffer): boolean {
  const text = bytes.subarray(0, mark.length).equals(mark) ? bytes.subarray(mark.length) : bytes
  return [1, 2, 3].some(missing => {
    const before = text.subarray(0, -missing)
    return isUtf8(before) && !isAscii(before)
  })
}

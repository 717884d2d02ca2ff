import { crc32, inflateSync } from 'node:zlib'

export type Png = { content: Buffer; width: number; height: number }

export type PngRead =
  | { kind: 'read'; png: Png }
  | { kind: 'no-png' }
  | { kind: 'broken-png' }
  | { kind: 'wrong-size'; width: number; height: number }

/** Both sides of a logo, in pixels. */
const logoSides = { from: 16, to: 1024 }
export const largestLogo = 96 * 1024

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** What is drawn, and how its colours are meant. Texts, dates, places and animations are left behind. */
const kept = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'pHYs', 'IDAT', 'IEND'])

type Chunk = { type: string; data: Buffer; whole: Buffer }

/**
 * Reads an uploaded image as PNG (ISO/IEC 15948), whole: signature, every length and checksum, and the picture itself,
 * unpacked no further than its size needs. What comes out is written anew from the parts that draw, so nothing that hides
 * in a file is handed on (ASVS 5.2.2).
 */
export function readPng(bytes: Buffer): PngRead {
  if (!bytes.subarray(0, signature.length).equals(signature)) return { kind: 'no-png' }
  const chunks = readChunks(bytes.subarray(signature.length))
  const header = chunks?.[0]
  if (!chunks || header?.type !== 'IHDR' || header.data.length !== 13) return { kind: 'broken-png' }
  const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)]
  if (![width, height].every(side => side >= logoSides.from && side <= logoSides.to))
    return { kind: 'wrong-size', width, height }
  const content = Buffer.concat([signature, ...chunks.filter(({ type }) => kept.has(type)).map(({ whole }) => whole)])
  return isWhole(chunks, header.data) ? { kind: 'read', png: { content, width, height } } : { kind: 'broken-png' }
}

/** Nothing where a length leads beyond the end, a checksum is wrong, or something follows the end. */
function readChunks(bytes: Buffer): Chunk[] | undefined {
  const chunks: Chunk[] = []
  let at = 0
  while (chunks.at(-1)?.type !== 'IEND') {
    if (at + 12 > bytes.length) return undefined
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return undefined
    const named = bytes.subarray(at + 4, end - 4)
    if (crc32(named) !== bytes.readUInt32BE(end - 4)) return undefined
    chunks.push({ type: named.toString('latin1', 0, 4), data: named.subarray(4), whole: bytes.subarray(at, end) })
    at = end
  }
  return at === bytes.length ? chunks : undefined
}

const samplesOf: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Whether the picture unpacks to what its header says; an interlaced one is at least no larger than it may be. */
function isWhole(chunks: readonly Chunk[], header: Buffer): boolean {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const [depth = 0, colourType = 0, , , interlace] = header.subarray(8)
  const samples = samplesOf[colourType]
  if (samples === undefined || ![1, 2, 4, 8, 16].includes(depth)) return false
  const size = height * (1 + Math.ceil((width * samples * depth) / 8))
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  try {
    // Seven passes add a byte a line at most.
    const unpacked = inflateSync(packed, { maxOutputLength: size + 16 * height })
    return interlace === 0 ? unpacked.length === size : unpacked.length >= size
  } catch {
    return false
  }
}

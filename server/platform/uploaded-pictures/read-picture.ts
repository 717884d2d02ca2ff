/** A picture by its header, with only the parts that the decoder needs. */
export type PictureRead = { width: number; height: number; content: Buffer }

/**
 * Reads the size of a PNG or JPEG, so that bounds are checked before any pixel is decoded. Returns nothing for other
 * formats and for files that are cut off. The decoder checks the pixels and checksums.
 */
export function readPicture(bytes: Buffer): PictureRead | undefined {
  if (bytes.subarray(0, pngSignature.length).equals(pngSignature)) return readPng(bytes)
  return bytes.length >= 4 && bytes.readUInt16BE(0) === startOfImage ? readJpeg(bytes) : undefined
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Colour profiles and texts are compressed and can inflate to gigabytes; animations add frames. All of them are dropped. */
const pngChunksKept = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])

/** From chunk to chunk, up to the end of the picture (ISO/IEC 15948, 5.3). */
function readPng(bytes: Buffer): PictureRead | undefined {
  const kept: Buffer[] = [pngSignature]
  let at = pngSignature.length
  for (let type = ''; type !== 'IEND'; ) {
    if (at + 12 > bytes.length) return undefined
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return undefined
    type = bytes.toString('latin1', at + 4, at + 8)
    if (kept.length === 1 && (type !== 'IHDR' || end - at !== 25)) return undefined
    if (pngChunksKept.has(type)) kept.push(bytes.subarray(at, end))
    at = end
  }
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), content: Buffer.concat(kept) }
}

const startOfImage = 0xffd8
const endOfImage = Buffer.from([0xff, 0xd9])

/** From segment to segment, up to the frame header (ITU T.81, B.2.2). Nothing in a JPEG is compressed but its pixels. */
function readJpeg(bytes: Buffer): PictureRead | undefined {
  let at = 2
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame && !bytes.includes(endOfImage, at)) return undefined
    if (isFrame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5), content: bytes }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}

import { crc32, deflateSync, inflateSync } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

type Parts = { pixels?: Buffer; before?: Buffer[]; after?: Buffer }

/** An image in one RGBA colour with 8 bits for each channel, or one with chunks from the test. */
export function makePng(width: number, height: number, { pixels, before = [], after }: Parts = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const line = Buffer.concat([
    Buffer.from([0]),
    ...Array.from({ length: width }, () => Buffer.from([200, 30, 90, 255])),
  ])
  const lines = pixels ?? Buffer.concat(Array.from({ length: height }, () => line))
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    ...before,
    pngChunk('IDAT', deflateSync(lines)),
    pngChunk('IEND', Buffer.alloc(0)),
    ...(after ? [after] : []),
  ])
}

/** Reads a PNG with 8 bits for each channel, RGBA and no filters. */
export function decodePng(png: Buffer): { width: number; height: number; at(x: number, y: number): number[] } {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const from = png.indexOf('IDAT')
  const lines = inflateSync(png.subarray(from + 4, from + 4 + png.readUInt32BE(from - 4)))
  const at = (x: number, y: number) => [...lines.subarray(y * (width * 4 + 1) + 1 + x * 4).subarray(0, 4)]
  return { width, height, at }
}

import { deflateSync } from 'node:zlib'
import { Transformer } from '@napi-rs/image'
import { expect, test } from 'vitest'
import { makePng, pngChunk } from '../../../tests/support/people/png.ts'
import { createMakePicture } from './make-picture.ts'
import type { PictureRule } from './picture-rule.ts'
import { readPicture } from './read-picture.ts'
import { decoderLimits } from './run-decoder.ts'

const reasons: string[] = []
const log = { warn: ({ reason }: { reason: string }) => void reasons.push(reason) }
/** How long a decoder takes is the subject of one test alone: elsewhere a slow machine must not end it. */
const patient = { ...decoderLimits, cpuSeconds: 600, wallMilliseconds: 600_000 }
const makePicture = createMakePicture({ log, limits: patient })
const square: PictureRule = { mostBytes: 1_000_000, sides: { from: 1, to: 8192 }, output: { kind: 'square', side: 64 } }
const whole: PictureRule = { mostBytes: 1_000_000, sides: { from: 16, to: 1024 }, output: { kind: 'whole' } }

/** A picture whose left half is red and whose right half is blue. */
function twoColours(width: number, height: number, parts: { before?: Buffer[]; after?: Buffer } = {}): Buffer {
  const line = Array.from({ length: width }, (_, x) => (x < width / 2 ? [255, 0, 0, 255] : [0, 0, 255, 255])).flat()
  return makePng(width, height, {
    ...parts,
    pixels: Buffer.from(
      Array(height)
        .fill([0, ...line])
        .flat(),
    ),
  })
}

const toJpeg = (png: Buffer) => new Transformer(png).jpegSync(90)
const made = async (file: Buffer, rule: PictureRule) => {
  const result = await makePicture(file, rule)
  if (result.kind !== 'made') throw new Error(`The picture was refused: ${result.kind}`)
  return result.pictures[0]
}

test('5.2.1 5.2.6 refuses a picture that is too thin, too long or too large before decoding it', async () => {
  const thin = makePng(1, 1, { pixels: deflateSync(Buffer.alloc(0)) })
  for (const [width, height] of [
    [16_000_000, 1],
    [2000, 1],
    [1, 2000],
    [8193, 8000],
    [4001, 4000],
    [0, 10],
    [4_294_967_295, 4_294_967_295],
  ] as const) {
    thin.writeUInt32BE(width, 16)
    thin.writeUInt32BE(height, 20)
    expect(await makePicture(thin, square), `${width} × ${height}`).toEqual({ kind: 'wrong-size' })
  }
  expect((await makePicture(twoColours(15, 20), whole)).kind).toBe('wrong-size')
  expect((await makePicture(twoColours(20, 1025), whole)).kind).toBe('wrong-size')
  expect((await makePicture(Buffer.alloc(1_000_001), square)).kind).toBe('too-many-bytes')
  expect(reasons).toEqual([])
})

test('5.2.2 colour profiles, texts and animations never reach the decoder', async () => {
  const profile = Buffer.concat([Buffer.from('profile\0\0'), deflateSync(Buffer.alloc(50_000_000))])
  const frames = [pngChunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])), pngChunk('fcTL', Buffer.alloc(26))]
  const before = [pngChunk('iCCP', profile), pngChunk('zTXt', profile), pngChunk('eXIf', profile), ...frames]
  const file = twoColours(20, 20, { before, after: Buffer.from('<script>') })
  expect(readPicture(file)?.content).toEqual(twoColours(20, 20))
  expect((await made(file, whole)).width).toBe(20)
})

test('a square is cropped from the centre, and a picture that a camera turned is turned back', async () => {
  const wide = await made(twoColours(400, 50), square)
  expect(wide).toMatchObject({ width: 64, height: 64 })
  const pixels = new Transformer(wide.content).rawPixelsSync()
  const channels = pixels.length / (64 * 64)
  const redAt = (x: number, y: number) => (pixels[(y * 64 + x) * channels] ?? 0) > 128
  expect([redAt(8, 32), redAt(56, 32)]).toEqual([true, false])

  const jpeg = toJpeg(twoColours(64, 32))
  const turned = Buffer.concat([jpeg.subarray(0, 2), orientationSegment(6), jpeg.subarray(2)])
  expect(await made(turned, whole)).toMatchObject({ width: 32, height: 64 })
})

/** EXIF with one entry: the orientation of the camera. */
function orientationSegment(orientation: number): Buffer {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
  const content = Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(tiff)])
  return Buffer.concat([Buffer.from([0xff, 0xe1, 0, content.length + 2]), content])
}

test('5.2.2 other formats and damaged files are refused', async () => {
  const png = twoColours(20, 20)
  const jpeg = toJpeg(png)
  const damaged = Buffer.from(png)
  damaged.writeUInt8(png.readUInt8(50) ^ 1, 50)
  const files: Record<string, Buffer> = {
    empty: Buffer.alloc(0),
    svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    gif: Buffer.from('GIF89a'),
    webp: new Transformer(png).webpSync(80),
    'a PNG that is cut off': png.subarray(0, -20),
    'a JPEG that is cut off': jpeg.subarray(0, jpeg.length / 2),
    'a wrong checksum': damaged,
    'too few pixels': makePng(20, 20, { pixels: Buffer.alloc(100) }),
  }
  for (const [what, file] of Object.entries(files))
    expect(await makePicture(file, square), what).toEqual({ kind: 'no-picture' })
})

test('a decoder that is killed, hangs or fills the memory fails its own picture and no other', async () => {
  const file = twoColours(20, 20)
  for (const limits of [
    { ...decoderLimits, wallMilliseconds: 1 },
    { ...decoderLimits, cpuSeconds: 0 },
    { ...decoderLimits, dataKibibytes: 100_000 },
  ]) {
    reasons.length = 0
    expect(await createMakePicture({ log, limits })(file, square)).toEqual({ kind: 'no-picture' })
    expect(reasons).toEqual([expect.stringMatching(/^ended by /)])
  }
  expect((await makePicture(file, square)).kind).toBe('made')
})

test('the largest picture that is accepted fits into the memory of the decoder', async () => {
  const pixels = Buffer.alloc(4000 * (1 + 4000 * 8))
  const large = makePng(4000, 4000, { pixels })
  large.writeUInt8(16, 24)
  const header = large.subarray(16, 29)
  const deep = Buffer.concat([large.subarray(0, 8), pngChunk('IHDR', header), large.subarray(33)])
  expect((await makePicture(deep, square)).kind).toBe('made')
})

test('one picture is decoded at a time, and a long queue is refused', async () => {
  const file = twoColours(20, 20)
  const results = await Promise.all(Array.from({ length: 12 }, () => makePicture(file, square)))
  const kinds = results.map(({ kind }) => kind)
  expect(kinds.filter(kind => kind === 'made')).toHaveLength(9)
  expect(kinds.slice(9)).toEqual(['busy', 'busy', 'busy'])
})

import { readFileSync, writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { CompressionType, Transformer } from '@napi-rs/image'
import type { PictureOutput } from './picture-rule.ts'

/**
 * The program that decodes one picture: bytes on standard input, 8 bytes of width and height and then WebP on standard
 * output. It runs in a process of its own, because a fault in the native decoder ends the process that it runs in.
 */
const quality = 80

const output: PictureOutput = JSON.parse(process.argv[2] ?? '')
// Sign-ins that need the processor go first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
const bytes = readFileSync(0)
const webp = output.kind === 'square' ? makeSquare(output.side) : new Transformer(bytes).rotate().webpLosslessSync()
const { width, height } = new Transformer(webp).metadataSync()
const size = Buffer.alloc(8)
size.writeUInt32BE(width, 0)
size.writeUInt32BE(height, 4)
writeFileSync(1, Buffer.concat([size, webp]))

/**
 * Crops before it resizes, in two steps. In one step, the library resizes first and would scale a thin strip to a
 * gigantic picture that covers the square.
 */
function makeSquare(side: number): Buffer {
  const { width, height, orientation } = new Transformer(bytes).metadataSync(true)
  const shorter = Math.min(width, height)
  const cropped = new Transformer(bytes)
    .crop((width - shorter) >> 1, (height - shorter) >> 1, shorter, shorter)
    .pngSync({ compressionType: CompressionType.Fast })
  return new Transformer(cropped).rotate(orientation).resize({ width: side, height: side }).webpSync(quality)
}

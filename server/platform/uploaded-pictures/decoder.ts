import { readFileSync, writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { CompressionType, ResizeFit, Transformer } from '@napi-rs/image'
import type { PictureOutput } from './picture-rule.ts'

/**
 * The program that decodes one picture: bytes on standard input, one or more WebPs or one PNG on standard output, each
 * after 12 bytes with its width, height and length. It runs in a process of its own, because a fault in the native decoder ends
 * the process that it runs in.
 */
const quality = 80

const output: PictureOutput = JSON.parse(process.argv[2] ?? '')
// Sign-ins that need the processor go first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
const bytes = readFileSync(0)
writeFileSync(1, Buffer.concat(makePictures(output).flatMap(webp => [headerOf(webp), webp])))

function makePictures(wanted: PictureOutput): Buffer[] {
  if (wanted.kind === 'png') return [new Transformer(bytes).pngSync()]
  if (wanted.kind === 'square') return [makeSquare(wanted.side)]
  return wanted.kind === 'whole' ? [new Transformer(bytes).rotate().webpLosslessSync()] : makeSizes(wanted.longestSides)
}

function headerOf(webp: Buffer): Buffer {
  const { width, height } = new Transformer(webp).metadataSync()
  const header = Buffer.alloc(12)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.writeUInt32BE(webp.length, 8)
  return header
}

/** The file is decoded once, to the largest size; the others are made from that. */
function makeSizes(longestSides: readonly [number, ...number[]]): Buffer[] {
  const { width, height } = new Transformer(bytes).metadataSync()
  const boxOf = (side: number) => Math.min(side, Math.max(width, height))
  const fitInto = (side: number) => ({ width: boxOf(side), height: boxOf(side), fit: ResizeFit.Inside })
  const largest = new Transformer(bytes)
    .rotate()
    .resize(fitInto(Math.max(...longestSides)))
    .pngSync({ compressionType: CompressionType.Fast })
  return longestSides.map(side => new Transformer(largest).resize(fitInto(side)).webpSync(quality))
}

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

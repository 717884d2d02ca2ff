import type { FastifyBaseLogger } from 'fastify'
import { createGate } from '../limits/gate.ts'
import { mostPixels, mostRatio, type PictureRule } from './picture-rule.ts'
import { readPicture } from './read-picture.ts'
import { type DecoderLimits, decoderLimits, runDecoder } from './run-decoder.ts'

/** The content is always WebP. */
export type MadePicture = { content: Buffer; width: number; height: number }

export type PictureMade =
  /** One picture for each that the rule asks for. */
  | { kind: 'made'; pictures: [MadePicture, ...MadePicture[]] }
  | { kind: 'too-many-bytes' }
  | { kind: 'wrong-size' }
  | { kind: 'no-picture' }
  | { kind: 'busy' }

type Needs = { log: Pick<FastifyBaseLogger, 'warn'>; limits?: DecoderLimits }

const queue = {
  turns: 1,
  waiting: 8,
  reserved: 0,
  reservedPerPerson: 0,
  perNetwork: [],
  refusedPerNetwork: [],
  retryAfterSeconds: 5,
}

/**
 * Makes a new picture from an uploaded file (ASVS 5.2.2, 5.2.6). Nothing of the file itself is kept: neither the
 * camera's data nor hidden data. One picture is decoded at a time, so a queue of uploads takes one processor and the
 * memory of one decoder.
 */
export function createMakePicture({ log, limits = decoderLimits }: Needs) {
  const gate = createGate(queue)

  return async function makePicture(bytes: Buffer, rule: PictureRule): Promise<PictureMade> {
    if (bytes.length > rule.mostBytes) return { kind: 'too-many-bytes' }
    const read = readPicture(bytes)
    if (!read) return { kind: 'no-picture' }
    if (!isWithinBounds(read, rule)) return { kind: 'wrong-size' }
    const decoded = await gate.pass({}, () => runDecoder(read.content, rule.output, limits))
    if (decoded.kind === 'busy') return { kind: 'busy' }
    if (decoded.kind === 'failed') {
      log.warn({ reason: decoded.reason, bytes: bytes.length }, 'An uploaded picture could not be decoded')
      return { kind: 'no-picture' }
    }
    return { kind: 'made', pictures: decoded.pictures }
  }
}

export type MakePicture = ReturnType<typeof createMakePicture>

function isWithinBounds({ width, height }: { width: number; height: number }, { sides }: PictureRule): boolean {
  const [shorter, longer] = [Math.min(width, height), Math.max(width, height)]
  return shorter >= sides.from && longer <= sides.to && longer <= shorter * mostRatio && width * height <= mostPixels
}

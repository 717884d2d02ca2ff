import type { FastifyBaseLogger } from 'fastify'
import { decoderLimits, runDecoder } from './run-decoder.ts'

type Kept = { contentHash: string; content: Buffer }

/**
 * Converts a stored picture to PNG, for documents that hold no WebP. The last one is kept, because the logo is the same
 * on every document. Undefined if it can't be decoded: a document without a logo is better than none.
 */
export function createConvertToPng({ log }: { log: Pick<FastifyBaseLogger, 'warn'> }) {
  let last: (Kept & { png: Buffer }) | undefined

  return async function convertToPng({ contentHash, content }: Kept): Promise<Buffer | undefined> {
    if (last?.contentHash === contentHash) return last.png
    const decoded = await runDecoder(content, { kind: 'png' }, decoderLimits)
    if (decoded.kind === 'failed') {
      log.warn({ reason: decoded.reason }, 'A stored picture could not be converted')
      return undefined
    }
    last = { contentHash, content, png: decoded.pictures[0].content }
    return last.png
  }
}

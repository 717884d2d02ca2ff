import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { chooseEncoding, type Encoding } from './encoding.ts'
import type { Http } from './http.ts'

const worthItCharacters = 800

/**
 * Compresses pages. They repeat what was typed (a username) but hold no secret beside it, neither a form token nor a
 * session, so BREACH has nothing to read out. Keep it so. Runs in this thread: a page takes half a millisecond and must
 * not wait in the thread pool behind password hashing.
 */
export function compressPages(http: Http): void {
  http.addHook('onSend', async (request, reply, payload) => {
    const isPage = typeof payload === 'string' && String(reply.getHeader('content-type')).startsWith('text/html')
    if (!isPage || payload.length < worthItCharacters) return payload
    reply.header('vary', 'accept-encoding')
    const encoding = chooseEncoding(request.headers['accept-encoding'])
    if (encoding === 'identity') return payload
    reply.header('content-encoding', encoding)
    return compress(payload, encoding)
  })
}

function compress(page: string, encoding: Exclude<Encoding, 'identity'>): Buffer {
  if (encoding === 'gzip') return gzipSync(page)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT }
  return brotliCompressSync(page, { params })
}

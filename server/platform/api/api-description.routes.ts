import { createHash } from 'node:crypto'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { chooseEncoding } from '../http/encoding.ts'
import type { Http } from '../http/http.ts'

/** The description is half a megabyte and public, so each process writes and compresses it once. */
export function apiDescriptionRoutes(api: Http): void {
  let built: ReturnType<typeof build> | undefined
  const schema = { summary: 'This description', response: { 200: z.record(z.string(), z.unknown()) } }
  api.get('/openapi.json', { config: { right: 'nothing' }, schema }, async (request, reply) => {
    built ??= build(JSON.stringify(api.swagger()))
    reply.header('etag', built.tag).header('cache-control', 'no-cache').header('vary', 'accept-encoding')
    if (request.headers['if-none-match'] === built.tag) return (reply as FastifyReply).code(304).send()
    const encoding = chooseEncoding(request.headers['accept-encoding'])
    if (encoding !== 'identity') reply.header('content-encoding', encoding)
    // The bytes are sent unchanged: the schema only describes them.
    return reply.type('application/json; charset=utf-8').send(built[encoding] as never)
  })
}

/** The tag is weak (RFC 9110, 8.8.1): the encodings share it. */
function build(description: string) {
  const identity = Buffer.from(description)
  const tag = `W/"${createHash('sha256').update(identity).digest('hex').slice(0, 32)}"`
  return { tag, identity, br: brotliCompressSync(identity), gzip: gzipSync(identity) }
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { text } from '../../../shared/contract/text.ts'
import { type BrandFacts, nameOfLogo, nameOfSheet, sheetOf } from './brand.ts'
import type { Http } from './http.ts'

type Needs = {
  organisation: () => Promise<BrandFacts>
  /** The logo with this hash. Undefined if the logo has changed since. */
  findLogo: (contentHash: string) => Promise<Buffer | undefined>
}

const forGood = 'public, max-age=31536000, immutable'
const askEachTime = 'no-cache'

const name = z.object({ name: text().max(100) })

/**
 * Serves the organisation's colour and logo. The answers are the same for all callers, and this process caches nothing.
 */
export function brandRoutes(http: Http, { organisation, findLogo }: Needs): void {
  /**
   * For pages that are cached (the app's) or built earlier (the admin site's): always the current style, at one
   * address.
   */
  http.get('/brand/present.css', async (request, reply) => {
    const sheet = sheetOf((await organisation()).colour) ?? ''
    const tag = `"${nameOfSheet(sheet)}"`
    reply.header('cache-control', askEachTime).header('etag', tag)
    return isKnown(request, tag) ? reply.code(304).send() : sendSheet(reply, sheet)
  })

  http.get('/brand/:name', { schema: { params: name } }, async (request, reply) => {
    const present = await organisation()
    const sheet = sheetOf(present.colour)
    const asked = request.params.name
    // A page rendered just before the colour changed asks for the old one. It gets the new one, uncached.
    if (asked.endsWith('.css') && sheet !== undefined) {
      return sendSheet(reply.header('cache-control', asked === nameOfSheet(sheet) ? forGood : askEachTime), sheet)
    }
    if (!present.logo || asked !== nameOfLogo(present.logo)) return reply.callNotFound()
    const content = await findLogo(present.logo.contentHash)
    if (!content) return reply.callNotFound()
    return reply.header('cache-control', forGood).type(present.logo.mediaType).send(content)
  })
}

const sendSheet = (reply: FastifyReply, sheet: string) => reply.type('text/css; charset=utf-8').send(sheet)

const isKnown = (request: FastifyRequest, tag: string) => request.headers['if-none-match'] === tag

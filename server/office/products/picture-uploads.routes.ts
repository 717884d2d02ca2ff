import type { FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { pictureLimits } from '../../../shared/contract/picture-lists.ts'
import type { Http } from '../../platform/http/http.ts'

/** A file just above the limit still gets an answer that names the limit. */
export const bodyLimit = pictureLimits.mostBytes + 500_000

/** Adds routes whose body is a picture. In a scope of their own: no other route accepts one, and these accept nothing else. */
export function acceptPictures(api: Http, addRoutes: (uploads: Http) => void): void {
  void api.register(async scope => {
    const uploads: Http = scope.withTypeProvider<ZodTypeProvider>()
    uploads.removeAllContentTypeParsers()
    uploads.addContentTypeParser(/^image\//, { parseAs: 'buffer', bodyLimit }, (_request, body, taken) =>
      taken(null, body),
    )
    addRoutes(uploads)
  })
}

export const fileOf = ({ body }: FastifyRequest) => (Buffer.isBuffer(body) ? body : Buffer.alloc(0))

export const savedWords = { created: 'is added', updated: 'is replaced', unchanged: 'is already there' } as const

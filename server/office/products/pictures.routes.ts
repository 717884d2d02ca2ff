import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { pictureLimits, pictureName, pictureSaved } from '../../../shared/contract/pictures.ts'
import { authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import type { CatalogueActions } from '../../trade/catalogue/catalogue.actions.ts'
import { pictureSchema, sendPicture } from '../../trade/catalogue/picture-reply.routes.ts'

const mayRead = { right: { module: 'products', access: 'read' } } as const
/** Decoding a picture costs processor time, so a session that someone found open is not enough. */
const mayUpload = { right: { module: 'products', access: 'write', isSensitive: true } } as const
/** A file just above the limit still gets an answer that names the limit. */
const bodyLimit = pictureLimits.mostBytes + 500_000

export function picturesRoutes(api: Http, needs: CatalogueActions): void {
  const reading = { summary: 'Read a picture of a product', ...pictureSchema }
  api.get(
    '/pictures/:hash/:size',
    { config: mayRead, schema: reading },
    async (request, reply) =>
      // The bytes are sent unchanged: the schema only describes them.
      sendPicture(reply, await needs.findPicture(request.params)) as never,
  )

  // In its own scope: no other route accepts pictures, and this one accepts nothing else.
  void api.register(async scope => {
    const uploads: Http = scope.withTypeProvider<ZodTypeProvider>()
    uploads.removeAllContentTypeParsers()
    uploads.addContentTypeParser(/^image\//, { parseAs: 'buffer', bodyLimit }, (_request, body, done) =>
      done(null, body),
    )
    const schema = {
      summary: 'Upload a picture of the product that the file is named after',
      consumes: ['image/png', 'image/jpeg'],
      querystring: pictureName,
      response: { 200: pictureSaved, ...refusals },
    }
    uploads.post('/pictures', { config: mayUpload, schema, bodyLimit }, async (request, reply) => {
      const { fileName } = request.query
      const file = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const saved = await needs.saveNamedPicture({ fileName, file, author: authorityOf(request) })
      if (!('code' in saved)) return refuse(reply, saved.kind)
      return { ...saved, text: `Picture ${saved.place} of ${saved.code} ${savedWords[saved.kind]}.` }
    })
  })
}

const savedWords = { created: 'is added', updated: 'is replaced', unchanged: 'is already there' } as const

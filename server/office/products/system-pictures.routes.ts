import { pictureName, pictureSaved } from '../../../shared/contract/pictures.ts'
import { refusals, refuse, systemOf } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import type { CatalogueActions } from '../../trade/catalogue/catalogue.actions.ts'
import { acceptPictures, bodyLimit, fileOf, savedWords } from './picture-uploads.routes.ts'

/** Pictures that other systems send. The same file again is answered before it is decoded. */
export function systemPicturesRoutes(api: Http, needs: CatalogueActions): void {
  const config = { right: { service: 'products', access: 'write' } } as const
  const schema = {
    summary: 'Send a picture of the product that the file is named after',
    consumes: ['image/png', 'image/jpeg'],
    querystring: pictureName,
    response: { 200: pictureSaved, ...refusals },
    security: [{ serviceToken: [] }],
  }
  acceptPictures(api, uploads =>
    uploads.put('/v1/pictures', { config, schema, bodyLimit }, async (request, reply) => {
      const { fileName } = request.query
      const saved = await needs.saveNamedPicture({ fileName, file: fileOf(request), author: systemOf(request) })
      if (!('code' in saved)) return refuse(reply, saved.kind)
      return { ...saved, text: `Picture ${saved.place} of ${saved.code} ${savedWords[saved.kind]}.` }
    }),
  )
}

import type { Http } from '../../platform/http/http.ts'
import type { CatalogueActions } from '../../trade/catalogue/catalogue.actions.ts'
import { pictureSchema, sendPicture } from '../../trade/catalogue/picture-reply.routes.ts'

/** Pictures of products, for every signed-in rep. The product's row names their hashes. */
export function appPicturesRoutes(api: Http, needs: CatalogueActions): void {
  const schema = { summary: 'Read a picture of a product in the app', ...pictureSchema }
  api.get(
    '/app/pictures/:hash/:size',
    { config: { right: 'rep' }, schema },
    async (request, reply) =>
      // The bytes are sent unchanged: the schema only describes them.
      sendPicture(reply, await needs.findPicture(request.params)) as never,
  )
}

import { pictureName, pictureSaved } from '../../../shared/contract/pictures.ts'
import { pictureOfProduct, pictureOrder, pictureText, productId } from '../../../shared/contract/products.ts'
import { done } from '../../../shared/contract/users.ts'
import { authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import type { CatalogueActions } from '../../trade/catalogue/catalogue.actions.ts'
import { pictureSchema, sendPicture } from '../../trade/catalogue/picture-reply.routes.ts'
import { acceptPictures, bodyLimit, fileOf, savedWords } from './picture-uploads.routes.ts'
import type { ProductActions } from './products.actions.ts'

const mayRead = { right: { module: 'products', access: 'read' } } as const
const mayWrite = { right: { module: 'products', access: 'write' } } as const
/** Decoding a picture costs processor time, so a session that someone found open is not enough. */
const mayUpload = { right: { module: 'products', access: 'write', isSensitive: true } } as const

type Needs = CatalogueActions & ProductActions

export function picturesRoutes(api: Http, needs: Needs): void {
  const reading = { summary: 'Read a picture of a product', ...pictureSchema }
  api.get(
    '/pictures/:hash/:size',
    { config: mayRead, schema: reading },
    async (request, reply) =>
      // The bytes are sent unchanged: the schema only describes them.
      sendPicture(reply, await needs.findPicture(request.params)) as never,
  )
  changeRoutes(api, needs)

  acceptPictures(api, uploads => uploadRoutes(uploads, needs))
}

function uploadRoutes(uploads: Http, needs: Needs): void {
  const file = { consumes: ['image/png', 'image/jpeg'], response: { 200: pictureSaved, ...refusals } }
  const naming = {
    summary: 'Upload a picture of the product that the file is named after',
    querystring: pictureName,
    ...file,
  }
  uploads.post('/pictures', { config: mayUpload, schema: naming, bodyLimit }, async (request, reply) => {
    const { fileName } = request.query
    const saved = await needs.saveNamedPicture({ fileName, file: fileOf(request), author: authorityOf(request) })
    if (!('code' in saved)) return refuse(reply, saved.kind)
    return { ...saved, text: `Picture ${saved.place} of ${saved.code} ${savedWords[saved.kind]}.` }
  })

  const adding = {
    summary: 'Add a picture to a product, as its last one',
    params: productId,
    ...file,
    response: { 200: done, ...refusals },
  }
  uploads.post('/products/:id/pictures', { config: mayUpload, schema: adding, bodyLimit }, async (request, reply) => {
    const productId = request.params.id
    const { kind } = await needs.savePicture({ productId, file: fileOf(request), author: authorityOf(request) })
    if (kind !== 'created' && kind !== 'updated' && kind !== 'unchanged') return refuse(reply, kind)
    return { kind, text: `The picture ${savedWords[kind]}.` }
  })
}

function changeRoutes(api: Http, needs: Needs): void {
  const answers = { response: { 200: done, ...refusals } }
  const ordering = {
    summary: 'Put the pictures of a product in order',
    params: productId,
    body: pictureOrder,
    ...answers,
  }
  api.post('/products/:id/pictures/order', { config: mayWrite, schema: ordering }, async (request, reply) => {
    const { ids } = request.body
    const { kind } = await needs.orderPictures({ ...request.params, ids, authority: authorityOf(request) })
    return kind === 'changed' ? { kind, text: 'The pictures are in the new order.' } : refuse(reply, kind)
  })

  const onPicture = { params: pictureOfProduct, ...answers }
  const describing = { summary: 'Say what a picture shows', body: pictureText, ...onPicture }
  api.post('/products/:id/pictures/:pictureId', { config: mayWrite, schema: describing }, async (request, reply) => {
    const { alt } = request.body
    const { kind } = await needs.describePicture({ ...request.params, alt, authority: authorityOf(request) })
    return kind === 'changed' ? { kind, text: 'The text of the picture is saved.' } : refuse(reply, kind)
  })

  const removing = { summary: 'Remove a picture of a product', ...onPicture }
  api.post(
    '/products/:id/pictures/:pictureId/remove',
    { config: mayWrite, schema: removing },
    async (request, reply) => {
      const { kind } = await needs.removePicture({ ...request.params, authority: authorityOf(request) })
      return kind === 'changed' ? { kind, text: 'The picture is removed.' } : refuse(reply, kind)
    },
  )
}

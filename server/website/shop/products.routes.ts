import { pictureAddress } from '../../../shared/contract/pictures.ts'
import { takeFlash } from '../../platform/http/flash.ts'
import type { Http } from '../../platform/http/http.ts'
import { sendPicture } from '../../trade/catalogue/picture-reply.routes.ts'
import { productPage, productsPage } from './products.pages.ts'
import type { ShopActions } from './shop.actions.ts'
import { productParams, productQuery } from './shop.forms.ts'
import { messagePage, type ShopDoor } from './shop-door.routes.ts'

export const goneWords = [
  'This product is no longer sold',
  'It may have been replaced. Search for it by name, or ask us.',
] as const

export function shopProductsRoutes(app: Http, { asContact, asSearcher }: ShopDoor, needs: ShopActions): void {
  app.get('/shop/products', { schema: { querystring: productQuery } }, (request, reply) => {
    const { q: search, category, page } = request.query
    const admit = search === '' ? asContact : asSearcher
    return admit(request, reply, async ({ contact, showPage }) => {
      const question = { search, category, page }
      const list = await needs.listProducts(contact, question)
      if (list.category === null) reply.code(404)
      const added = addedIn(takeFlash(request, reply))
      return showPage(productsPage({ ...list, question, mayOrder: contact.mayOrder, added }))
    })
  })

  app.get('/shop/products/:id', { schema: { params: productParams } }, (request, reply) =>
    asContact(request, reply, async ({ contact, showPage }) => {
      const found = await needs.readProduct(contact, request.params.id)
      if (!found) {
        reply.code(404)
        return showPage(messagePage(...goneWords))
      }
      const added = addedIn(takeFlash(request, reply))
      return showPage(productPage({ ...found, mayOrder: contact.mayOrder, added }))
    }),
  )

  app.get('/shop/pictures/:hash/:size', { schema: { params: pictureAddress } }, (request, reply) =>
    asContact(request, reply, async () => sendPicture(reply, await needs.findShopPicture(request.params))),
  )
}

const addedIn = (flash: ReturnType<typeof takeFlash>): string | undefined =>
  flash?.code === 'basket-added' ? flash.about : undefined

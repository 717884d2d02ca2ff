import type { FastifyReply } from 'fastify'
import type { z } from 'zod'
import { isShopPage } from '../../entry/sign-in/way-back.routes.ts'
import { setFlash, takeFlash } from '../../platform/http/flash.ts'
import type { Http } from '../../platform/http/http.ts'
import { basketPage } from './basket.pages.ts'
import { basketNotice } from './basket-words.ts'
import type { TypedBasket } from './change-basket.ts'
import { productPage } from './products.pages.ts'
import { goneWords } from './products.routes.ts'
import type { ShopActions } from './shop.actions.ts'
import { basketForm, lineForm } from './shop.forms.ts'
import { messagePage, type ShopDoor, type Visit } from './shop-door.routes.ts'

type Needs = ShopActions

export function basketRoutes(app: Http, { asBuyer }: ShopDoor, needs: Needs): void {
  app.get('/shop/basket', (request, reply) =>
    asBuyer(request, reply, async ({ contact, showPage }) => {
      const notice = basketNotice(takeFlash(request, reply))
      return showPage(basketPage({ basket: await needs.readBasket(contact), notice }))
    }),
  )

  app.post('/shop/basket', { schema: { body: basketForm } }, (request, reply) =>
    asBuyer(request, reply, async ({ contact, showPage }) => {
      const typed = typedIn(request.body)
      const changed = await needs.changeBasket(contact, typed)
      if (changed.kind === 'refused') {
        const basket = await needs.readBasket(contact)
        reply.code(422)
        return showPage(basketPage({ basket, refused: { typed, errors: changed.errors } }))
      }
      if (request.body.next === 'check' && typed.remove === undefined) return reply.redirect('/shop/basket/check', 303)
      setFlash(reply, { code: 'basket-updated' })
      return reply.redirect('/shop/basket', 303)
    }),
  )

  app.post('/shop/basket/lines', { schema: { body: lineForm } }, (request, reply) =>
    asBuyer(request, reply, async visit => {
      const { product: productId, quantity: typed, from } = request.body
      const added = await needs.addToBasket({ owner: visit.contact, productId, typed })
      switch (added.kind) {
        case 'added':
          setFlash(reply, { code: 'basket-added', about: `${added.quantity} × ${added.name}` })
          return reply.redirect(`${isShopPage(from) ? from : '/shop/products'}#p-${productId}`, 303)
        case 'refused':
          return showRefused(reply, visit, { productId, typed, text: added.text })
        case 'not-sold':
          reply.code(404)
          return visit.showPage(messagePage(...goneWords))
      }
    }),
  )

  type RefusedLine = { productId: string; typed: string; text: string }

  /** Shows the product with what was typed, wherever the form was. */
  async function showRefused(
    reply: FastifyReply,
    { contact, showPage }: Visit,
    { productId, typed, text }: RefusedLine,
  ) {
    const found = await needs.readProduct(contact, productId)
    reply.code(found ? 422 : 404)
    if (!found) return showPage(messagePage(...goneWords))
    return showPage(productPage({ ...found, mayOrder: true, refused: { quantity: typed, text } }))
  }
}

const quantityField = /^quantity-([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/

function typedIn({ note, purchaseOrder, requestedDay, remove, ...fields }: z.infer<typeof basketForm>): TypedBasket {
  const quantities = Object.entries(fields).flatMap(([name, value]) => {
    const [, productId] = quantityField.exec(name) ?? []
    return productId !== undefined && typeof value === 'string' ? [[productId, value.slice(0, 200)] as const] : []
  })
  return { quantities: new Map(quantities), note, purchaseOrder, requestedDay, remove }
}

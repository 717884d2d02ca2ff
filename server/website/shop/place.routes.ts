import type { FastifyReply } from 'fastify'
import type { Http } from '../../platform/http/http.ts'
import type { PriceChange } from './basket-parts.html.ts'
import { checkPage } from './check.pages.ts'
import type { BasketView } from './read-basket.ts'
import { readSeen } from './seen-basket.ts'
import type { ShopActions } from './shop.actions.ts'
import { placeForm } from './shop.forms.ts'
import type { ShopDoor, Visit } from './shop-door.routes.ts'

export function placeRoutes(app: Http, { asBuyer }: ShopDoor, needs: ShopActions): void {
  app.get('/shop/basket/check', (request, reply) =>
    asBuyer(request, reply, async ({ contact, showPage }) => {
      const basket = await needs.readBasket(contact)
      if (isEmpty(basket)) return reply.redirect('/shop/basket', 303)
      return showPage(checkPage({ basket, retailerName: contact.retailerName }))
    }),
  )

  app.post('/shop/basket/place', { schema: { body: placeForm } }, (request, reply) =>
    asBuyer(request, reply, async visit => {
      const { key, seen } = request.body
      const placed = await needs.placeOrder({ contactId: visit.contact.id, key, seen })
      switch (placed.kind) {
        case 'placed':
          return reply.redirect(`/shop/orders/${placed.id}/received`, 303)
        case 'not-admitted':
          return reply.redirect('/shop', 303)
        case 'empty':
          return reply.redirect('/shop/basket', 303)
        case 'changed':
          return showAgain(reply.code(409), visit, { seen, problem: changedWords })
        case 'refused':
          return showAgain(reply.code(422), visit, { seen, problem: placed.text })
      }
    }),
  )

  async function showAgain(
    reply: FastifyReply,
    { contact, showPage }: Visit,
    { seen, problem }: { seen: string; problem: string },
  ) {
    const basket = await needs.readBasket(contact)
    if (isEmpty(basket)) return reply.redirect('/shop/basket', 303)
    return showPage(
      checkPage({ basket, problem, changes: changesSince(basket, seen), retailerName: contact.retailerName }),
    )
  }
}

const changedWords =
  'Not ordered yet: something changed since you opened this page. Check the order again, then place it.'

const isEmpty = ({ lines, unsold }: BasketView) => lines.length + unsold.length === 0

function changesSince({ lines }: BasketView, text: string): PriceChange[] {
  const seen = new Map(readSeen(text)?.lines.map(({ productId, priceCents }) => [productId, priceCents]))
  return lines.flatMap(({ productId, name, priceCents }) => {
    const beforeCents = seen.get(productId)
    return beforeCents === undefined || beforeCents === priceCents ? [] : [{ name, beforeCents, priceCents }]
  })
}

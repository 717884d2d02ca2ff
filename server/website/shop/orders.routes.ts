import { setFlash, takeFlash } from '../../platform/http/flash.ts'
import type { Http } from '../../platform/http/http.ts'
import { homePage } from './home.pages.ts'
import { orderAddress, orderPage, ordersPage, receivedPage } from './orders.pages.ts'
import type { ShopActions } from './shop.actions.ts'
import { orderParams, ordersQuery } from './shop.forms.ts'
import { messagePage, type ShopDoor } from './shop-door.routes.ts'

const unknownOrder = ['This order doesn’t exist', 'Look for it in the list of your orders.'] as const

export function shopOrdersRoutes(app: Http, { asContact, asBuyer }: ShopDoor, needs: ShopActions): void {
  app.get('/shop', (request, reply) =>
    asContact(request, reply, async ({ contact, showPage }) => {
      const flash = takeFlash(request, reply)
      const added = flash?.code === 'basket-added' ? flash.about : undefined
      return showPage(homePage(await needs.readShopHome(contact), { contact, added }))
    }),
  )

  app.get('/shop/orders', { schema: { querystring: ordersQuery } }, (request, reply) =>
    asContact(request, reply, async ({ contact, showPage }) =>
      showPage(ordersPage(await needs.readOwnOrders(contact, request.query.before))),
    ),
  )

  app.get('/shop/orders/:id', { schema: { params: orderParams } }, (request, reply) =>
    asContact(request, reply, async ({ contact, showPage }) => {
      const [order, timeZone] = await Promise.all([needs.readOwnOrder(contact, request.params.id), needs.getTimeZone()])
      if (order) return showPage(orderPage(order, { mayOrder: contact.mayOrder, timeZone }))
      reply.code(404)
      return showPage(messagePage(...unknownOrder))
    }),
  )

  app.get('/shop/orders/:id/received', { schema: { params: orderParams } }, (request, reply) =>
    asContact(request, reply, async ({ contact, showPage }) => {
      const order = await needs.readOwnOrder(contact, request.params.id)
      if (order?.by.id === contact.id) return showPage(receivedPage(order))
      if (order) return reply.redirect(orderAddress(order.id), 303)
      reply.code(404)
      return showPage(messagePage(...unknownOrder))
    }),
  )

  app.get('/shop/orders/:id/pdf', { schema: { params: orderParams } }, (request, reply) =>
    asContact(request, reply, async ({ contact, showPage }) => {
      const printed = await needs.printOwnOrder(contact, request.params.id)
      if (!printed) {
        reply.code(404)
        return showPage(messagePage(...unknownOrder))
      }
      const disposition = `attachment; filename="${printed.fileName}"`
      return reply.type('application/pdf').header('content-disposition', disposition).send(printed.content)
    }),
  )

  app.post('/shop/orders/:id/again', { schema: { params: orderParams } }, (request, reply) =>
    asBuyer(request, reply, async ({ contact, showPage }) => {
      const again = await needs.orderAgain(contact, request.params.id)
      if (again.kind === 'unknown-order') {
        reply.code(404)
        return showPage(messagePage(...unknownOrder))
      }
      if (again.kind === 'in-basket') setFlash(reply, { code: 'ordered-again', about: again.number })
      else setFlash(reply, { code: 'ordered-again-in-part', about: again.text })
      return reply.redirect('/shop/basket', 303)
    }),
  )
}

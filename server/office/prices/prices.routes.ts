import {
  ownedPrice,
  priceCheck,
  priceCheckQuery,
  priceListDetails,
  priceListName,
  priceListPage,
  priceListQuery,
  priceOwner,
  priceRowPage,
  priceRowQuery,
  priceToSet,
} from '../../../shared/contract/prices.ts'
import { added, done } from '../../../shared/contract/users.ts'
import { authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import type { PriceActions } from './prices.actions.ts'

const mayRead = { right: { module: 'products', access: 'read' } } as const
const mayWrite = { right: { module: 'products', access: 'write' } } as const

export function pricesRoutes(api: Http, needs: PriceActions): void {
  priceListRoutes(api, needs)
  priceRowRoutes(api, needs, 'list')
  priceRowRoutes(api, needs, 'retailer')

  const checking = {
    summary: 'Read what a retailer pays for a product, and which price decides',
    params: priceOwner,
    querystring: priceCheckQuery,
    response: { 200: priceCheck, ...refusals },
  }
  api.get('/retailers/:id/price-check', { config: mayRead, schema: checking }, async (request, reply) => {
    const { code, quantity, day } = request.query
    const checked = await needs.checkPrice({ retailerId: request.params.id, code, quantity, day })
    return checked.kind === 'checked' ? checked.check : refuse(reply, checked.kind)
  })
}

function priceListRoutes(api: Http, needs: PriceActions): void {
  const listing = {
    summary: 'List price lists',
    querystring: priceListQuery,
    response: { 200: priceListPage, ...refusals },
  }
  api.get('/price-lists', { config: mayRead, schema: listing }, request => needs.listPriceLists(request.query))

  const reading = {
    summary: 'Read a price list and who uses it',
    params: priceOwner,
    response: { 200: priceListDetails, ...refusals },
  }
  api.get(
    '/price-lists/:id',
    { config: mayRead, schema: reading },
    async (request, reply) => (await needs.readPriceList(request.params.id)) ?? refuse(reply, 'no-such-price-list'),
  )

  const adding = { summary: 'Add a price list', body: priceListName, response: { 200: added, ...refusals } }
  api.post('/price-lists', { config: mayWrite, schema: adding }, async (request, reply) => {
    const made = await needs.addPriceList({ ...request.body, authority: authorityOf(request) })
    return made.kind === 'added' ? { ...made, text: `${request.body.name} is added.` } : refuse(reply, made.kind)
  })

  const onList = { params: priceOwner, response: { 200: done, ...refusals } }
  const renaming = { summary: 'Rename a price list', body: priceListName, ...onList }
  api.post('/price-lists/:id', { config: mayWrite, schema: renaming }, async (request, reply) => {
    const { kind } = await needs.renamePriceList({
      ...request.params,
      ...request.body,
      authority: authorityOf(request),
    })
    return kind === 'changed' ? { kind, text: `The price list is now ${request.body.name}.` } : refuse(reply, kind)
  })

  const removing = { summary: 'Delete a price list that no retailer uses', ...onList }
  api.post('/price-lists/:id/remove', { config: mayWrite, schema: removing }, async (request, reply) => {
    const removed = await needs.removePriceList({ ...request.params, authority: authorityOf(request) })
    return removed.kind === 'removed'
      ? { kind: removed.kind, text: `${removed.name} is deleted.` }
      : refuse(reply, removed.kind)
  })
}

/** The same routes for the prices of a price list and of a retailer. */
function priceRowRoutes(api: Http, needs: PriceActions, kind: 'list' | 'retailer'): void {
  const path = kind === 'list' ? '/price-lists/:id/prices' : '/retailers/:id/prices'
  const whose = kind === 'list' ? 'a price list' : 'a retailer'
  const listing = {
    summary: `List the prices of ${whose}`,
    params: priceOwner,
    querystring: priceRowQuery,
    response: { 200: priceRowPage, ...refusals },
  }
  api.get(path, { config: mayRead, schema: listing }, request =>
    needs.listPrices({ kind, id: request.params.id }, request.query),
  )

  const setting = {
    summary: `Set a price of ${whose}`,
    params: priceOwner,
    body: priceToSet,
    response: { 200: done, ...refusals },
  }
  api.post(path, { config: mayWrite, schema: setting }, async (request, reply) => {
    const owner = { kind, id: request.params.id }
    const set = await needs.setPrice({ owner, price: request.body, authority: authorityOf(request) })
    if (set.kind === 'row-rejected') return refuse(reply, set.kind, set.text)
    return set.kind === 'changed'
      ? { kind: set.kind, text: `The price of ${request.body.code} is saved.` }
      : refuse(reply, set.kind)
  })

  const removing = { summary: `Remove a price of ${whose}`, params: ownedPrice, response: { 200: done, ...refusals } }
  api.post(`${path}/:priceId/remove`, { config: mayWrite, schema: removing }, async (request, reply) => {
    const { id, priceId } = request.params
    const removed = await needs.removePrice({ owner: { kind, id }, priceId, authority: authorityOf(request) })
    return removed.kind === 'removed'
      ? { kind: removed.kind, text: 'The price is removed.' }
      : refuse(reply, removed.kind)
  })
}

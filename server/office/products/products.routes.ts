import {
  newProduct,
  productChange,
  productChoices,
  productDetails,
  productId,
  productPage,
  productQuery,
} from '../../../shared/contract/products.ts'
import { added, done } from '../../../shared/contract/users.ts'
import { authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import type { ProductActions } from './products.actions.ts'

const mayRead = { right: { module: 'products', access: 'read' } } as const
const mayWrite = { right: { module: 'products', access: 'write' } } as const

export function productsRoutes(api: Http, needs: ProductActions): void {
  const listing = { summary: 'List products', querystring: productQuery, response: { 200: productPage, ...refusals } }
  api.get('/products', { config: mayRead, schema: listing }, request => needs.listProducts(request.query))

  const choosing = { summary: 'Read what a new product can have', response: { 200: productChoices, ...refusals } }
  api.get('/products/choices', { config: mayRead, schema: choosing }, () => needs.readProductChoices())

  const reading = { summary: 'Read a product', params: productId, response: { 200: productDetails, ...refusals } }
  api.get(
    '/products/:id',
    { config: mayRead, schema: reading },
    async (request, reply) => (await needs.readProduct(request.params.id)) ?? refuse(reply, 'no-such-product'),
  )

  const adding = { summary: 'Add a product', body: newProduct, response: { 200: added, ...refusals } }
  api.post('/products', { config: mayWrite, schema: adding }, async (request, reply) => {
    const made = await needs.addProduct({ product: request.body, authority: authorityOf(request) })
    if (made.kind === 'row-rejected') return refuse(reply, made.kind, made.text)
    if (made.kind === 'code-taken') return refuse(reply, made.kind)
    return { kind: 'added', id: made.id, text: `${request.body.code} is added.` }
  })

  const changing = {
    summary: 'Change a product',
    params: productId,
    body: productChange,
    response: { 200: done, ...refusals },
  }
  api.post('/products/:id', { config: mayWrite, schema: changing }, async (request, reply) => {
    const { id } = request.params
    const changed = await needs.changeProduct({ id, change: request.body, authority: authorityOf(request) })
    if (changed.kind === 'row-rejected') return refuse(reply, changed.kind, changed.text)
    if (changed.kind !== 'changed') return refuse(reply, changed.kind)
    return { kind: 'changed', text: `${changed.code} is saved.` }
  })

  for (const [verb, isActive] of [
    ['deactivate', false],
    ['reactivate', true],
  ] as const) {
    const schema = {
      summary: isActive ? 'Sell a product again' : 'Stop selling a product; it stays on old orders',
      params: productId,
      response: { 200: done, ...refusals },
    }
    api.post(`/products/:id/${verb}`, { config: mayWrite, schema }, async (request, reply) => {
      const { id } = request.params
      const set = await needs.setProductActive({ id, isActive, authority: authorityOf(request) })
      if (set.kind !== 'done') return refuse(reply, set.kind)
      return { kind: 'done', text: `${set.code} ${isActive ? 'is sold again' : 'is no longer sold'}.` }
    })
  }
}

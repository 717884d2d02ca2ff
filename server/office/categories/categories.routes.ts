import {
  categoryId,
  categoryList,
  categoryMove,
  categoryName,
  categoryRemoval,
  newCategory,
} from '../../../shared/contract/categories.ts'
import { added, done } from '../../../shared/contract/users.ts'
import { authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import type { CategoryActions } from './categories.actions.ts'

const mayRead = { right: { module: 'products', access: 'read' } } as const
const mayWrite = { right: { module: 'products', access: 'write' } } as const

export function categoriesRoutes(api: Http, needs: CategoryActions): void {
  const listing = { summary: 'List the tree of categories', response: { 200: categoryList, ...refusals } }
  api.get('/categories', { config: mayRead, schema: listing }, () => needs.listCategories())

  const adding = { summary: 'Add a category', body: newCategory, response: { 200: added, ...refusals } }
  api.post('/categories', { config: mayWrite, schema: adding }, async (request, reply) => {
    const made = await needs.addCategory({ ...request.body, authority: authorityOf(request) })
    if (made.kind !== 'added') return refuse(reply, made.kind)
    return { kind: made.kind, id: made.id, text: `${made.path} is added.` }
  })

  const onCategory = { params: categoryId, response: { 200: done, ...refusals } }
  const renaming = { summary: 'Rename a category', body: categoryName, ...onCategory }
  api.post('/categories/:id', { config: mayWrite, schema: renaming }, async (request, reply) => {
    const changed = await needs.renameCategory({ ...request.params, ...request.body, authority: authorityOf(request) })
    return changed.kind === 'changed'
      ? { kind: changed.kind, text: `The category is now ${changed.path}.` }
      : refuse(reply, changed.kind)
  })

  const moving = { summary: 'Move a category to another place or parent', body: categoryMove, ...onCategory }
  api.post('/categories/:id/move', { config: mayWrite, schema: moving }, async (request, reply) => {
    const changed = await needs.moveCategory({ ...request.params, ...request.body, authority: authorityOf(request) })
    return changed.kind === 'changed'
      ? { kind: changed.kind, text: `${changed.path} is moved.` }
      : refuse(reply, changed.kind)
  })

  const removing = { summary: 'Delete a category, and say where its products go', body: categoryRemoval, ...onCategory }
  api.post('/categories/:id/remove', { config: mayWrite, schema: removing }, async (request, reply) => {
    const removed = await needs.removeCategory({ ...request.params, ...request.body, authority: authorityOf(request) })
    if (removed.kind !== 'removed') return refuse(reply, removed.kind)
    const products = removed.moved === 1 ? '1 product was moved' : `${removed.moved} products were moved`
    return { kind: removed.kind, text: `${removed.path} is deleted.${removed.moved === 0 ? '' : ` ${products}.`}` }
  })
}

import { territoryDraft, territoryId, territoryList } from '../../../shared/contract/territories.ts'
import { added, done } from '../../../shared/contract/users.ts'
import { authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import type { TerritoryActions } from './territories.actions.ts'

type Needs = TerritoryActions

const mayWrite = { right: { module: 'retailers', access: 'write' } } as const

export function territoriesRoutes(api: Http, needs: Needs): void {
  const listing = { summary: 'The territories by name', response: { 200: territoryList, ...refusals } }
  api.get('/territories', { config: { right: 'administrator' }, schema: listing }, () => needs.listTerritories())

  const adding = { summary: 'Add a territory', body: territoryDraft, response: { 200: added, ...refusals } }
  api.post('/territories', { config: mayWrite, schema: adding }, async (request, reply) => {
    const { name } = request.body
    const made = await needs.addTerritory({ name, authority: authorityOf(request) })
    return made.kind === 'added' ? { ...made, text: `${name} is added.` } : refuse(reply, made.kind)
  })

  const renaming = { summary: 'Rename a territory', params: territoryId, body: territoryDraft }
  api.post(
    '/territories/:id',
    { config: mayWrite, schema: { ...renaming, response: { 200: done, ...refusals } } },
    async (request, reply) => {
      const { name } = request.body
      const { kind } = await needs.renameTerritory({ id: request.params.id, name, authority: authorityOf(request) })
      return kind === 'renamed' ? { kind, text: `The territory is now called ${name}.` } : refuse(reply, kind)
    },
  )

  const removing = { summary: 'Remove a territory without retailers and users', params: territoryId }
  api.post(
    '/territories/:id/remove',
    { config: mayWrite, schema: { ...removing, response: { 200: done, ...refusals } } },
    async (request, reply) => {
      const gone = await needs.removeTerritory({ id: request.params.id, authority: authorityOf(request) })
      return gone.kind === 'removed'
        ? { kind: gone.kind, text: `The territory ${gone.name} was removed.` }
        : refuse(reply, gone.kind)
    },
  )
}

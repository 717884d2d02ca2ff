import { roleDraft, roleId, roleList } from '../../../shared/contract/roles.ts'
import { added, done } from '../../../shared/contract/users.ts'
import { administratorOf, authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import type { RoleActions } from './roles.actions.ts'

type Needs = RoleActions

const mayChange = { right: { module: 'settings', access: 'write', isSensitive: true } } as const

export function rolesRoutes(api: Http, { listRoles, addRole, changeRole, removeRole }: Needs): void {
  const listing = {
    summary: 'The roles, their holders, and which of them you may give',
    response: { 200: roleList, ...refusals },
  }
  api.get('/roles', { config: { right: 'administrator' }, schema: listing }, request =>
    listRoles(administratorOf(request)),
  )

  const adding = { summary: 'Add a role', body: roleDraft, response: { 200: added, ...refusals } }
  api.post('/roles', { config: mayChange, schema: adding }, async (request, reply) => {
    const made = await addRole({ role: request.body, authority: authorityOf(request) })
    if (made.kind !== 'added') return refuse(reply, made.kind)
    return { ...made, text: `The role ${request.body.name} was added. Give it to users under Users.` }
  })

  const changing = { summary: "Change a role's name and rights", params: roleId, body: roleDraft }
  api.post(
    '/roles/:id',
    { config: mayChange, schema: { ...changing, response: { 200: done, ...refusals } } },
    async (request, reply) => {
      const { id } = request.params
      const { kind } = await changeRole({ id, role: request.body, authority: authorityOf(request) })
      if (kind !== 'changed') return refuse(reply, kind)
      return {
        kind,
        text: `The role ${request.body.name} was saved. Everyone who has this role gets the change immediately.`,
      }
    },
  )

  const removing = { summary: 'Remove a role that no user has', params: roleId, response: { 200: done, ...refusals } }
  api.post('/roles/:id/remove', { config: mayChange, schema: removing }, async (request, reply) => {
    const removed = await removeRole({ id: request.params.id, authority: authorityOf(request) })
    if (removed.kind !== 'removed') return refuse(reply, removed.kind)
    return { kind: removed.kind, text: `The role ${removed.name} was removed.` }
  })
}

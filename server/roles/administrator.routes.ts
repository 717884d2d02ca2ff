import { administratorShape } from '../../shared/contract/administrator.ts'
import { roleList } from '../../shared/contract/roles.ts'
import type { Organisation } from '../accounts/organisation.store.ts'
import type { Http } from '../http/create-http.ts'
import { administratorOf, refusals } from './admin-api.routes.ts'
import type { ListRoles } from './list-roles.ts'

type Needs = { organisation: () => Promise<Organisation>; listRoles: ListRoles }

export function administratorRoutes(api: Http, { organisation, listRoles }: Needs): void {
  const schema = {
    summary: 'Who is signed in, and with which rights',
    response: { 200: administratorShape, ...refusals },
  }
  api.get('/administrator', { config: { needs: 'administrator' }, schema }, async request => {
    const { accountId, username, fullName, rights } = administratorOf(request)
    const { name, isDemo } = await organisation()
    return { accountId, username, fullName, rights, organisation: name, isDemo }
  })

  const listing = { summary: 'The roles, and which of them you may give', response: { 200: roleList, ...refusals } }
  api.get('/roles', { config: { needs: { module: 'users', access: 'read' } }, schema: listing }, request =>
    listRoles(administratorOf(request).rights),
  )
}

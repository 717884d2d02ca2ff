import { administratorShape } from '../../shared/contract/administrator.ts'
import type { Organisation } from '../accounts/organisation.store.ts'
import { brandOf } from '../http/brand.ts'
import type { Http } from '../http/create-http.ts'
import { administratorOf, refusals } from './admin-api.routes.ts'

type Needs = { organisation: () => Promise<Organisation>; isDrill: boolean }

export function administratorRoutes(api: Http, { organisation, isDrill }: Needs): void {
  const schema = {
    summary: 'Who is signed in, and with which rights',
    response: { 200: administratorShape, ...refusals },
  }
  api.get('/administrator', { config: { needs: 'administrator' }, schema }, async request => {
    const { accountId, username, fullName, rights } = administratorOf(request)
    const present = await organisation()
    const { name, isDemo } = present
    const logo = brandOf(present).logo ?? null
    return { accountId, username, fullName, rights, organisation: name, isDemo, isDrill, logo }
  })
}

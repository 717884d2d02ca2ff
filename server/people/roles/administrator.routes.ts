import { administratorShape } from '../../../shared/contract/administrator.ts'
import { administratorOf, refusals } from '../../platform/api/admin-api.routes.ts'
import { brandOf } from '../../platform/http/brand.ts'
import type { Http } from '../../platform/http/http.ts'
import type { Organisation } from '../organisation/organisation.store.ts'

type Needs = {
  organisation: () => Promise<Organisation>
  isDrill: boolean
  asksCode: (accountId: string) => Promise<boolean>
}

export function administratorRoutes(api: Http, { organisation, isDrill, asksCode }: Needs): void {
  const schema = {
    summary: 'The signed-in administrator and their rights',
    response: { 200: administratorShape, ...refusals },
  }
  api.get('/administrator', { config: { right: 'administrator' }, schema }, async request => {
    const { accountId, username, fullName, rights } = administratorOf(request)
    const [present, hasCode] = await Promise.all([organisation(), asksCode(accountId)])
    const { name, isDemo } = present
    const logo = brandOf(present).logo ?? null
    return { accountId, username, fullName, rights, asksCode: hasCode, organisation: name, isDemo, isDrill, logo }
  })
}

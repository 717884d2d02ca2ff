import { licenceChange, licenceType, subscription } from '../../../shared/contract/subscription.ts'
import { done } from '../../../shared/contract/users.ts'
import { authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import type { LicenceActions } from './licences.actions.ts'

type Needs = LicenceActions

export function licencesRoutes(api: Http, { readSubscription, changeSubscription }: Needs): void {
  const reading = {
    summary: 'Licences of each user type, and the latest changes',
    response: { 200: subscription, ...refusals },
  }
  api.get('/subscription', { config: { right: { module: 'subscription', access: 'read' } }, schema: reading }, () =>
    readSubscription(),
  )

  const changing = {
    summary: 'Enable more or fewer licences of a user type',
    params: licenceType,
    body: licenceChange,
    response: { 200: done, ...refusals },
  }
  api.post(
    '/subscription/:type',
    { config: { right: { module: 'subscription', access: 'write', isSensitive: true } }, schema: changing },
    async (request, reply) => {
      const { type: userType } = request.params
      const changed = await changeSubscription({ userType, ...request.body, authority: authorityOf(request) })
      if (changed.kind === 'fewer-than-used') return refuse(reply, changed.kind)
      return {
        kind: changed.kind,
        text: `${request.body.enabled} licences are enabled now; before it were ${changed.from}.`,
      }
    },
  )
}

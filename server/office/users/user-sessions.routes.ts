import { done, userSessionId } from '../../../shared/contract/users.ts'
import { refusals } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import { createOnUser } from './on-user.routes.ts'
import type { UserActions } from './users.actions.ts'

type Needs = UserActions

const config = { right: { module: 'users', access: 'write', isSensitive: true } } as const

export function userSessionsRoutes(api: Http, needs: Needs): void {
  const onUser = createOnUser(needs)
  const schema = {
    summary: 'Sign the user out of one browser or app',
    params: userSessionId,
    response: { 200: done, ...refusals },
  }
  api.post('/users/:id/sessions/:sessionId/end', { config, schema }, (request, reply) =>
    onUser(request, reply, async given => {
      const { kind } = await needs.endUserSession({ ...given, sessionId: request.params.sessionId })
      if (kind === 'above-you') return kind
      const text = kind === 'ended' ? `${given.username} is signed out there.` : 'That session had already ended.'
      return { kind, text }
    }),
  )
}

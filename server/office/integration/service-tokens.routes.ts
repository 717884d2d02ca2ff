import {
  newServiceToken,
  serviceTokenAdded,
  serviceTokenId,
  serviceTokenList,
} from '../../../shared/contract/service-tokens.ts'
import { done } from '../../../shared/contract/users.ts'
import { authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Http } from '../../platform/http/http.ts'
import type { IntegrationActions } from './integration.actions.ts'

type Needs = Pick<IntegrationActions, 'addServiceToken' | 'listServiceTokens' | 'revokeServiceToken'> & { clock: Clock }

const mayRead = { right: { module: 'settings', access: 'read' } } as const
const mayChange = { right: { module: 'settings', access: 'write', isSensitive: true } } as const

/** What administrators do with the tokens of other systems. The token itself is in one answer only. */
export function serviceTokensRoutes(api: Http, needs: Needs): void {
  const listing = { summary: 'The service tokens by name', response: { 200: serviceTokenList, ...refusals } }
  api.get('/service-tokens', { config: mayRead, schema: listing }, async () => {
    const now = needs.clock.now()
    const services = await needs.listServiceTokens()
    return {
      services: services.map(({ createdAt, expiresAt, lastUsedAt, ...service }) => ({
        ...service,
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
        isExpired: expiresAt <= now,
      })),
    }
  })

  const adding = {
    summary: 'Make a service token with the rights of a role',
    body: newServiceToken,
    response: { 200: serviceTokenAdded, ...refusals },
  }
  api.post('/service-tokens', { config: mayChange, schema: adding }, async (request, reply) => {
    const { name, roleId, days } = request.body
    const made = await needs.addServiceToken({ name, role: { id: roleId }, days, authority: authorityOf(request) })
    if (made.kind === 'name-taken') return refuse(reply, 'token-name-taken')
    if (made.kind !== 'added') return refuse(reply, made.kind)
    return { kind: made.kind, text: `The token ${name} is made.`, token: made.token }
  })

  const revoking = { summary: 'Revoke a service token', params: serviceTokenId, response: { 200: done, ...refusals } }
  api.post('/service-tokens/:id/revoke', { config: mayChange, schema: revoking }, async (request, reply) => {
    const { kind } = await needs.revokeServiceToken({ token: request.params, authority: authorityOf(request) })
    return kind === 'revoked' ? { kind, text: 'The token is revoked.' } : refuse(reply, kind)
  })
}

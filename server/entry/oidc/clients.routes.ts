import { clientAdded, clientId, clientList, newClient } from '../../../shared/contract/clients.ts'
import { done } from '../../../shared/contract/users.ts'
import { daySeconds } from '../../../shared/time.ts'
import { authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { OidcActions } from './oidc.actions.ts'

type Needs = OidcActions & { publicUrl: string }

const mayRead = { right: { module: 'settings', access: 'read' } } as const
const mayChange = { right: { module: 'settings', access: 'write', isSensitive: true } } as const

const days = limits.apps.oldSecretSeconds / daySeconds

const paths = {
  Discovery: '/.well-known/openid-configuration',
  Authorization: '/auth',
  Token: '/token',
  'Pushed authorization request': '/request',
  'User information': '/me',
  Keys: '/jwks',
}

export function clientsRoutes(
  api: Http,
  { publicUrl, listClientRows, addClient, removeClient, ...secrets }: Needs,
): void {
  const issuer = `${publicUrl}/oidc`
  const addresses = Object.entries(paths).map(([name, path]) => ({ name, address: issuer + path }))

  const listing = { summary: 'The apps that people sign in to', response: { 200: clientList, ...refusals } }
  api.get('/clients', { config: mayRead, schema: listing }, async () => ({
    issuer,
    addresses,
    clients: await listClientRows(),
  }))

  const adding = { summary: 'Connect an app', body: newClient, response: { 200: clientAdded, ...refusals } }
  api.post('/clients', { config: mayChange, schema: adding }, async (request, reply) => {
    const client = request.body
    const added = await addClient({ client, by: authorityOf(request) })
    if (added.kind !== 'added') return refuse(reply, added.kind)
    return { kind: added.kind, text: `${client.name} is connected.`, secret: added.secret ?? null }
  })

  const removing = {
    summary: 'Remove an app and end every sign-in to it',
    params: clientId,
    response: { 200: done, ...refusals },
  }
  api.post('/clients/:id/remove', { config: mayChange, schema: removing }, async (request, reply) => {
    const { id } = request.params
    const { kind } = await removeClient({ id, by: authorityOf(request) })
    return kind === 'removed' ? { kind, text: `${id} was removed.` } : refuse(reply, 'no-such-client')
  })
  secretRoutes(api, secrets)
}

/** A new secret is in the answer alone. The old one works for some days, or until an administrator ends it. */
function secretRoutes(
  api: Http,
  { rotateClientSecret, endOldSecret }: Pick<Needs, 'rotateClientSecret' | 'endOldSecret'>,
) {
  const rotating = { summary: 'Make a new secret', params: clientId, response: { 200: clientAdded, ...refusals } }
  api.post('/clients/:id/secret', { config: mayChange, schema: rotating }, async (request, reply) => {
    const rotated = await rotateClientSecret({ id: request.params.id, by: authorityOf(request) })
    if (rotated.kind !== 'rotated') return refuse(reply, rotated.kind)
    const { kind, name, secret } = rotated
    return { kind, text: `${name} has a new secret. The old one works for ${days} more days.`, secret }
  })

  const ending = { summary: 'End the old secret now', params: clientId, response: { 200: done, ...refusals } }
  api.post('/clients/:id/old-secret/end', { config: mayChange, schema: ending }, async (request, reply) => {
    const ended = await endOldSecret({ id: request.params.id, by: authorityOf(request) })
    if (ended.kind !== 'ended') return refuse(reply, ended.kind)
    return { kind: ended.kind, text: `The old secret of ${ended.name} no longer works.` }
  })
}

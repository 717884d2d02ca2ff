import { clientId, clientList, newClient } from '../../../shared/contract/clients.ts'
import { done } from '../../../shared/contract/users.ts'
import { authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import { ownAppId } from './find-client.ts'
import type { OidcActions } from './oidc.actions.ts'

type Needs = OidcActions & { publicUrl: string }

const mayRead = { right: { module: 'settings', access: 'read' } } as const
const mayChange = { right: { module: 'settings', access: 'write', isSensitive: true } } as const

const paths = {
  Discovery: '/.well-known/openid-configuration',
  Authorization: '/auth',
  Token: '/token',
  'Pushed authorization request': '/request',
  Keys: '/jwks',
}

export function clientsRoutes(api: Http, { publicUrl, listClients, addClient, removeClient }: Needs): void {
  const issuer = `${publicUrl}/oidc`
  const addresses = Object.entries(paths).map(([name, path]) => ({ name, address: issuer + path }))

  const listing = { summary: 'The apps that people sign in to', response: { 200: clientList, ...refusals } }
  api.get('/clients', { config: mayRead, schema: listing }, async () => ({
    issuer,
    addresses,
    clients: (await listClients()).map(client => ({ ...client, isOwn: client.id === ownAppId })),
  }))

  const adding = { summary: 'Connect an app', body: newClient, response: { 200: done, ...refusals } }
  api.post('/clients', { config: mayChange, schema: adding }, async (request, reply) => {
    const client = request.body
    const { kind } = await addClient({ client, by: authorityOf(request) })
    return kind === 'added' ? { kind, text: `${client.name} is connected.` } : refuse(reply, kind)
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
}

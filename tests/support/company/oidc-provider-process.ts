import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import Provider from 'oidc-provider'

/** A certified provider in its own process. Its page signs in as the address that is typed. */
const [redirectUri = ''] = process.argv.slice(2)
const server = createServer().listen(0, '127.0.0.1')
await once(server, 'listening')
const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const provider = new Provider(issuer, {
  clients: [{ client_id: 'fieldkey', client_secret: 'the client secret', redirect_uris: [redirectUri] }],
  claims: {
    openid: ['sub', 'auth_time', 'amr'],
    email: ['email', 'email_verified'],
    profile: ['given_name', 'family_name'],
  },
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false } },
  cookies: { keys: ['a key of the test'] },
  interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
  findAccount: (_ctx, sub) => ({
    accountId: sub,
    claims: () => ({ sub, email: sub, email_verified: true, given_name: 'Casey', family_name: 'Ford' }),
  }),
  loadExistingGrant: async ctx => {
    const grant = new ctx.oidc.provider.Grant({
      clientId: ctx.oidc.client?.clientId ?? '',
      accountId: ctx.oidc.session?.accountId ?? '',
    })
    grant.addOIDCScope('openid email profile')
    await grant.save()
    return grant
  },
})
const answer = provider.callback()
server.on('request', async (request, response) => {
  if (!request.url?.startsWith('/interaction/')) return answer(request, response)
  if (request.method === 'POST') {
    const accountId = new URLSearchParams(await text(request)).get('email') ?? ''
    const login = { accountId, amr: ['pwd'] }
    return provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false })
  }
  const { params } = await provider.interactionDetails(request, response)
  response
    .setHeader('content-type', 'text/html; charset=utf-8')
    .end(`<!doctype html><html lang="en"><title>Company</title>
    <h1>The company</h1><form method="post"><label>Email <input name="email" value="${String(params.login_hint ?? '')}"></label>
    <button type="submit">Log in at the company</button></form></html>`)
})
process.on('disconnect', () => process.exit())
process.send?.({ kind: 'started', issuer })

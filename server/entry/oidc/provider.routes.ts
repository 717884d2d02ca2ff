import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Provider } from 'oidc-provider'
import type { Http } from '../../platform/http/http.ts'
import type { Limiter } from '../../platform/limits/limiter.ts'
import { createCountRequest } from './count-request.routes.ts'

type Needs = { provider: Provider; publicUrl: string; limiter: Limiter }

/** The provider's public routes. All its other routes are unreachable. */
const open = [
  // These two answer from memory: a rate limit would cost more than the answer.
  { method: 'GET', url: '/oidc/.well-known/openid-configuration', limit: undefined },
  { method: 'GET', url: '/oidc/jwks', limit: undefined },
  { method: 'GET', url: '/oidc/auth', limit: 'appSignInsPerNetwork' },
  { method: 'GET', url: '/oidc/auth/:uid', limit: 'appRequestsPerNetwork' },
  { method: 'GET', url: '/oidc/me', limit: 'appRequestsPerNetwork' },
  { method: 'POST', url: '/oidc/request', limit: 'appSignInsPerNetwork' },
  { method: 'POST', url: '/oidc/token', limit: 'appRequestsPerNetwork' },
  { method: 'POST', url: '/oidc/token/revocation', limit: 'appRequestsPerNetwork' },
] as const

export async function providerRoutes(http: Http, needs: Needs): Promise<void> {
  await http.register(async scope => {
    // The provider parses its own bodies.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    const pass = createPass(needs)
    const countRequest = createCountRequest(needs)
    for (const { method, url, limit } of open) {
      scope.route({ method, url, handler: pass, ...(limit && { onRequest: countRequest(limit) }) })
    }
  })
}

/** Passes a request to the provider with PUBLIC_URL as its origin, whatever its headers say. */
function createPass({ provider, publicUrl }: Needs) {
  const handle = provider.callback()
  const { host, protocol } = new URL(publicUrl)
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const raw: FastifyRequest['raw'] & { originalUrl?: string | undefined } = request.raw
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value)
    }
    delete raw.headers['x-forwarded-host']
    raw.headers.host = host
    raw.headers['x-forwarded-proto'] = protocol.slice(0, -1)
    raw.originalUrl = raw.url
    raw.url = addressOf(request).slice('/oidc'.length)
    reply.hijack()
    await handle(raw, reply.raw)
  }
}

/** The server has a resumed request's parameters. With a `client_id` in the query, the library fails with a 500. */
function addressOf({ raw: { url = '' }, routeOptions }: FastifyRequest): string {
  return routeOptions.url === '/oidc/auth/:uid' ? (url.split('?')[0] ?? '') : url
}

import type { FastifyRequest } from 'fastify'
import { isLoopbackHost } from '../public-url.ts'
import type { Http } from './create-http.ts'
import { HttpRefusal, problemOf } from './problems.ts'

/** Addresses that take a POST from elsewhere, because something other than a cookie authenticates it. */
const exempt: readonly string[] = ['/oidc/request', '/oidc/token', '/oidc/token/revocation', '/mail/bounces']

const methods = ['GET', 'HEAD', 'POST']

/** A POST comes from our own pages (ASVS 3.5.1); no other method changes anything, and none but three exists. */
export function requireSameOrigin(http: Http, { publicUrl }: { publicUrl: string }): void {
  http.addHook('onRequest', async (request, reply) => {
    if (!methods.includes(request.method)) {
      reply.header('allow', methods.join(', '))
      throw new HttpRefusal(problemOf(405))
    }
    if (request.method !== 'POST' || exempt.includes(request.routeOptions.url ?? '')) return
    if (!isSameOrigin(request, publicUrl)) throw new HttpRefusal(refusalOf(publicUrl))
  })
}

/** Browsers of today say where a request comes from; older ones name the origin. Neither can be set by a page. */
function isSameOrigin({ headers }: FastifyRequest, publicUrl: string): boolean {
  const { origin, 'sec-fetch-site': site } = headers
  if (site === undefined) return origin === publicUrl
  return site === 'same-origin' && (origin === undefined || isOurOrigin(origin, publicUrl))
}

/** A foreign name that points here (DNS rebinding) is of one origin with itself, and not with us. */
function isOurOrigin(origin: string, publicUrl: string): boolean {
  if (origin === publicUrl || origin === 'null') return true
  const { hostname = '' } = URL.parse(origin) ?? {}
  return isLoopbackHost(hostname) && isLoopbackHost(new URL(publicUrl).hostname)
}

function refusalOf(publicUrl: string) {
  return {
    status: 403,
    title: 'This form was sent from another address',
    text: `For your safety it was not taken. Open ${publicUrl} and try again there.`,
  }
}

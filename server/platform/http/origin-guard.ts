import type { FastifyRequest } from 'fastify'
import { isLoopbackHost } from '../settings/public-url.ts'
import type { Http } from './http.ts'
import { HttpRefusal, problemOf } from './problems.ts'
import type { ReportFault, SetUpFault } from './set-up-faults.ts'

/** Addresses that accept a POST from elsewhere, because something other than a cookie authenticates it. */
const exempt: readonly string[] = ['/oidc/request', '/oidc/token', '/oidc/token/revocation', '/mail/bounces']

const methods = ['GET', 'HEAD', 'POST']

/** Other systems sign in with a token in a header, which no page of another site can add. */
const isForSystems = (route: string): boolean => route.startsWith('/api/v1/')

/** Accepts POSTs only from our own pages (ASVS 3.5.1). The other two methods, GET and HEAD, change nothing. */
export function requireSameOrigin(http: Http, { publicUrl, report }: { publicUrl: string; report: ReportFault }): void {
  http.addHook('onRequest', async (request, reply) => {
    if (isForSystems(request.routeOptions.url ?? '')) return
    if (!methods.includes(request.method)) {
      reply.header('allow', methods.join(', '))
      throw new HttpRefusal(problemOf(405))
    }
    if (request.method !== 'POST' || exempt.includes(request.routeOptions.url ?? '')) return
    if (isSameOrigin(request, publicUrl)) return
    report({ kind: 'other-origin', peer: request.road.peer, ...sourceOf(request) })
    throw new HttpRefusal(refusalOf(publicUrl))
  })
}

/**
 * Current browsers send Sec-Fetch-Site, older ones Origin, and a few of those only Referer. A page can set none of the
 * three.
 */
function isSameOrigin({ headers }: FastifyRequest, publicUrl: string): boolean {
  const { origin, referer, 'sec-fetch-site': site } = headers
  if (site !== undefined) return site === 'same-origin' && (origin === undefined || isOurOrigin(origin, publicUrl))
  if (origin !== undefined) return normalise(origin) === publicUrl
  return referer !== undefined && URL.parse(referer)?.origin === publicUrl
}

/** A foreign name that points here (DNS rebinding) is same-origin with itself, but not with us. */
function isOurOrigin(origin: string, publicUrl: string): boolean {
  if (origin === 'null' || normalise(origin) === publicUrl) return true
  const { hostname = '' } = URL.parse(origin) ?? {}
  return isLoopbackHost(hostname) && isLoopbackHost(new URL(publicUrl).hostname)
}

/** An explicit `:443` is dropped, as browsers do. Anything beyond scheme, host and port is not an origin. */
function normalise(origin: string): string | undefined {
  return /^https?:\/\/[^/?#@\\\s]+$/.test(origin) ? URL.parse(origin)?.origin : undefined
}

/**
 * For the log: the header that decided. A referer is reduced to its origin, because its path may hold the handle of a
 * link.
 */
function sourceOf({ headers }: FastifyRequest): Pick<SetUpFault, 'header' | 'value'> {
  const { origin, referer, 'sec-fetch-site': site } = headers
  if (site !== undefined && site !== 'same-origin') return { header: 'Sec-Fetch-Site', value: site.toString() }
  if (origin !== undefined) return { header: 'Origin', value: origin }
  return { header: 'Referer', value: (referer && URL.parse(referer)?.origin) ?? '' }
}

function refusalOf(publicUrl: string) {
  return {
    status: 403,
    title: 'This form was sent from another address',
    text: `Nothing was saved. Open ${publicUrl} and try again there.`,
  }
}

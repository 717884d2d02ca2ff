import type { FastifyRequest } from 'fastify'
import { isLoopbackHost } from '../public-url.ts'
import type { Http } from './create-http.ts'
import { HttpRefusal } from './problems.ts'

/** What the page of this refusal needs to look like a page, and what probes ask by number. */
const open = /^\/(?:assets\/|favicon\.svg$|healthz$|readyz$)/

/**
 * Browsers keep Secure cookies from plain http, this machine excepted: whoever opens a page at such an address gets one
 * that says so instead of a form that fails. What is posted is judged by its origin (origin-guard.ts).
 */
export function requirePublicAddress(http: Http, { publicUrl }: { publicUrl: string }): void {
  const publicHost = new URL(publicUrl).hostname
  const isOurs = (host: string) => host === publicHost || isLoopbackHost(host)
  const isWrong = (request: FastifyRequest) =>
    isBehindProxy(request) ? isPlainHttp(request, publicUrl) : !isOurs(hostOf(request))
  http.addHook('onRequest', async request => {
    if (request.method === 'POST' || open.test(request.url)) return
    if (isWrong(request)) throw new HttpRefusal(refusalOf(publicUrl))
  })
}

/** As the browser sent it. What a proxy says it was decides nothing here. */
function hostOf(request: FastifyRequest): string {
  return URL.parse(`http://${request.headers.host ?? ''}`)?.hostname ?? ''
}

/** Only where one of our proxies says so: a proxy that says nothing has ended TLS as often as not. */
function isPlainHttp(request: FastifyRequest, publicUrl: string): boolean {
  if (publicUrl.startsWith('http:')) return false
  return request.headers['x-forwarded-proto'] !== undefined && request.protocol === 'http'
}

function isBehindProxy(request: FastifyRequest): boolean {
  return (request.ips?.length ?? 0) > 1
}

function refusalOf(publicUrl: string) {
  return {
    status: 403,
    title: 'Please use the other address',
    text: `Signing in does not work from this one. Open ${publicUrl} instead.`,
  }
}

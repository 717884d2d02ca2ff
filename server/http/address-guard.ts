import type { FastifyRequest } from 'fastify'
import { isLoopbackHost } from '../public-url.ts'
import type { Http } from './create-http.ts'
import { HttpRefusal } from './problems.ts'

/** What the page of this refusal needs to look like a page, and what probes ask by number. */
const open = /^\/(?:assets\/|favicon\.svg$|healthz$|readyz$)/

/**
 * Browsers keep Secure cookies from plain http, this machine excepted: whoever opens such an address gets a page that
 * says so instead of a form that fails. It also keeps a foreign name that points here (DNS rebinding) out of the demo.
 */
export function requirePublicAddress(http: Http, { publicUrl }: { publicUrl: string }): void {
  const isForThisMachine = publicUrl.startsWith('http:')
  const isWrong = (request: FastifyRequest) =>
    isForThisMachine ? !isLoopbackHost(hostOf(request)) : cameOverPlainHttp(request)
  http.addHook('onRequest', async request => {
    if (isWrong(request) && !open.test(request.url)) throw new HttpRefusal(refusalOf(publicUrl))
  })
}

/** As the browser sent it. What a proxy says it was decides nothing here. */
function hostOf(request: FastifyRequest): string {
  return URL.parse(`http://${request.headers.host ?? ''}`)?.hostname ?? ''
}

/** Only where one of our proxies says so: a proxy that says nothing has ended TLS as often as not. */
function cameOverPlainHttp(request: FastifyRequest): boolean {
  return request.headers['x-forwarded-proto'] !== undefined && isBehindProxy(request) && request.protocol === 'http'
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

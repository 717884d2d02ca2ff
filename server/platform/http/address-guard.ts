import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyRequest } from 'fastify'
import { isLoopbackHost } from '../settings/public-url.ts'
import type { Http } from './create-http.ts'
import { HttpRefusal } from './problems.ts'
import type { ReportFault, SetUpFault } from './set-up-faults.ts'

type Options = { publicUrl: string; report: ReportFault }

/** What the page of this refusal needs to look like a page, what probes ask by number, and what `doctor` asks. */
const open = /^\/(?:assets\/|favicon\.svg$|healthz$|readyz$|as-seen$)/

/**
 * Browsers keep Secure cookies from plain http, this machine excepted: whoever opens a page at such an address gets one
 * that says so instead of a form that fails. What is posted is judged by its origin (origin-guard.ts).
 */
export function requirePublicAddress(http: Http, { publicUrl, report }: Options): void {
  const publicHost = new URL(publicUrl).hostname
  const isTlsNeeded = publicUrl.startsWith('https:')
  const find = (request: FastifyRequest) =>
    isTlsNeeded && request.road.isTrustedPeer ? findPlainHttp(request) : findOtherHost(request, publicHost)
  http.addHook('onRequest', async request => {
    if (open.test(request.url)) return
    const found = find(request)
    if (found === undefined) return
    if (found.kind === 'plain-http' && hasUsedTls(request.headers)) return report(found)
    if (request.method === 'POST') return
    report(found)
    throw new HttpRefusal(refusalOf(found, publicUrl))
  })
}

/** As the browser sent it. What a peer that is no proxy of ours says it was decides nothing. */
function findOtherHost({ headers, road }: FastifyRequest, publicHost: string): SetUpFault | undefined {
  const value = headers.host ?? ''
  const host = URL.parse(`http://${value}`)?.hostname ?? ''
  if (host === publicHost || isLoopbackHost(host)) return undefined
  return { kind: 'other-host', peer: road.peer, header: 'Host', value }
}

/** Only where one of our proxies says so: a proxy that says nothing has ended TLS as often as not. */
function findPlainHttp({ headers, road }: FastifyRequest): SetUpFault | undefined {
  if (road.scheme !== 'http') return undefined
  const said = headers['x-forwarded-proto']
  const [header, value] = said === undefined ? ['Forwarded', headers.forwarded] : ['X-Forwarded-Proto', said]
  return { kind: 'plain-http', peer: road.peer, header, value: String(value) }
}

/**
 * Where TLS ends further out, the inner proxy says `http`, and the browser knows better: it sends Sec-Fetch-Site to
 * trustworthy origins alone (Fetch Metadata section 3), and cookies with these prefixes over TLS alone (RFC 6265bis).
 */
function hasUsedTls({ cookie = '', 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
  return site !== undefined || /(?:^|;\s*)__(?:Host|Secure)-/.test(cookie)
}

function refusalOf({ kind }: SetUpFault, publicUrl: string) {
  const ifShown = `If your browser shows that address already, tell your administrator: the server's log names the setting to fix.`
  return {
    status: 403,
    title: 'Use another address',
    text: `You can't sign in at this address. Open ${publicUrl} instead.${kind === 'plain-http' ? ` ${ifShown}` : ''}`,
  }
}

import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyRequest } from 'fastify'
import { isLoopbackHost } from '../settings/public-url.ts'
import type { Http } from './http.ts'
import { HttpRefusal } from './problems.ts'
import type { ReportFault, SetUpFault } from './set-up-faults.ts'

type Options = { publicUrl: string; report: ReportFault }

/** The files that the refusal page needs, the addresses that probes use, and the one that `doctor` uses. */
const open = /^\/(?:assets\/|favicon\.svg$|healthz$|readyz$|as-seen$)/

/**
 * Browsers don't send Secure cookies over plain http, except to this machine. A user who opens a page at such an
 * address gets a page that says so instead of a form that fails. origin-guard.ts checks POSTs.
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

/** The host as the browser sent it. A host named by an untrusted peer has no effect. */
function findOtherHost({ headers, road }: FastifyRequest, publicHost: string): SetUpFault | undefined {
  const value = headers.host ?? ''
  const host = URL.parse(`http://${value}`)?.hostname ?? ''
  if (host === publicHost || isLoopbackHost(host)) return undefined
  return { kind: 'other-host', peer: road.peer, header: 'Host', value }
}

/** Only if one of our proxies says so. A proxy that says nothing may well have ended TLS. */
function findPlainHttp({ headers, road }: FastifyRequest): SetUpFault | undefined {
  if (road.scheme !== 'http') return undefined
  const said = headers['x-forwarded-proto']
  const [header, value] = said === undefined ? ['Forwarded', headers.forwarded] : ['X-Forwarded-Proto', said]
  return { kind: 'plain-http', peer: road.peer, header, value: String(value) }
}

/**
 * If TLS ends further out, the inner proxy says `http`, and the browser knows better: it sends Sec-Fetch-Site only to
 * trustworthy origins (Fetch Metadata section 3), and cookies with these prefixes only over TLS (RFC 6265bis).
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

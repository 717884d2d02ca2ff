import { isLoopbackHost } from '../settings/public-url.ts'
import type { Http } from './http.ts'
import type { ReportFault } from './set-up-faults.ts'

/** Probes come from the machine itself, past the proxy. */
const probes = ['/healthz', '/readyz']

/** Reports the set-up faults in proxy headers, for every request to the public address. */
export function reportRoads(http: Http, { publicUrl, report }: { publicUrl: string; report: ReportFault }): void {
  http.addHook('onRequest', async ({ road, url, headers: { host = '' } }) => {
    if (!road.finding || probes.includes(url)) return
    const isPastTheProxy = isLoopbackHost(URL.parse(`http://${host}`)?.hostname ?? '') || publicUrl.startsWith('http:')
    if (road.finding.kind === 'no-client-address' && isPastTheProxy) return
    report({ ...road.finding, peer: road.peer })
  })
}

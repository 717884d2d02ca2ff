import type { FastifyBaseLogger } from 'fastify'
import { minuteMs } from '../../../shared/time.ts'
import { maskHandles } from '../mask-path.ts'
import type { RoadFinding } from './road.ts'

/** A header that shows a mismatch between the proxy, PUBLIC_URL and TRUSTED_PROXIES. */
export type SetUpFault = {
  kind: RoadFinding['kind'] | 'plain-http' | 'other-host' | 'other-origin'
  peer: string
  header: string
  value: string
}

export type ReportFault = (fault: SetUpFault) => void

type Needs = {
  log: Pick<FastifyBaseLogger, 'warn'>
  publicUrl: string
  /** Called for the same faults that are logged. */
  onFault?: ((fault: SetUpFault) => void) | undefined
}

/** Logs at most one line a minute for each kind, because every request of a wrong set-up shows the same fault. */
export function createReportFault({ log, publicUrl, onFault }: Needs): ReportFault {
  const reported = new Map<SetUpFault['kind'], { at: number; more: number }>()
  return found => {
    const last = reported.get(found.kind)
    const now = performance.now()
    if (last && now - last.at < minuteMs) {
      last.more += 1
      return
    }
    reported.set(found.kind, { at: now, more: 0 })
    const fault = { ...found, value: clip(found.value) }
    log.warn({ ...fault, fix: adviceOf(fault, publicUrl), since: last?.more ?? 0 }, sentenceOf(fault))
    onFault?.(fault)
  }
}

/** A header is untrusted text, and an address may hold the handle of a link. */
const clip = (value: string) => maskHandles(value).slice(0, 200)

const oneNetwork = 'so the limits count all its clients as one network'

export function sentenceOf({ kind, peer, header, value }: SetUpFault): string {
  switch (kind) {
    case 'untrusted-proxy':
      return `${peer} sends ${header} but is not in TRUSTED_PROXIES, ${oneNetwork}`
    case 'no-client-address':
      return `The proxy ${peer} doesn't send ${header}, ${oneNetwork}`
    case 'unreadable-client':
      return `The proxy ${peer} names a client without an address in ${header}, ${oneNetwork}`
    case 'contradicting-headers':
      return `The headers from the proxy ${peer} name different clients, so the request counts as the proxy's own`
    case 'plain-http':
      return `The proxy ${peer} says in ${header} that the browser used plain http`
    case 'other-host':
      return `A request with the Host ${value} was refused: it is not the host of PUBLIC_URL`
    case 'other-origin':
      return value === ''
        ? `A form was refused: neither Sec-Fetch-Site, Origin nor Referer says where it came from`
        : `A form was refused: ${header} is ${value}`
  }
}

/** The setting that fixes the fault. */
export function adviceOf({ kind, peer, header }: Omit<SetUpFault, 'value'>, publicUrl: string): string {
  switch (kind) {
    case 'untrusted-proxy':
      return `If ${peer} is your proxy, set TRUSTED_PROXIES to its address, such as TRUSTED_PROXIES=${peer}`
    case 'no-client-address':
    case 'unreadable-client':
      return "Have the proxy send X-Forwarded-For with the client's address"
    case 'contradicting-headers':
      return 'Have the proxy remove X-Forwarded-For, Forwarded and X-Real-IP from requests, then set X-Forwarded-For alone'
    case 'plain-http':
      return `Have the proxy that ends TLS send ${header}: https, and the proxies behind it pass that header on`
    case 'other-host':
      return `If ${peer} is your proxy, set TRUSTED_PROXIES=${peer}, or have it pass the Host header on; if people open this host, set PUBLIC_URL (now ${publicUrl})`
    case 'other-origin':
      return `PUBLIC_URL must be the address in the browser; it is ${publicUrl}`
  }
}

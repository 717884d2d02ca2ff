import type { FastifyRequest } from 'fastify'
import ipaddr from 'ipaddr.js'
import { deviceOf } from './device.ts'

/** Who asks, as far as limits, sessions and the audit need to know. */
export type Caller = {
  /** An IPv4 address, or the /64 of an IPv6 one: what one line of a provider has. */
  network: string
  /** A few words for people, such as "Chrome on Android". */
  device: string
}

export function callerOf(request: FastifyRequest): Caller {
  return {
    // A proxy of ours that passes on nonsense is itself the best that is known.
    network: networkOf(request.ip) ?? networkOf(request.socket.remoteAddress ?? '') ?? 'unknown',
    device: deviceOf(request.headers['user-agent'] ?? ''),
  }
}

/** Undefined where the text is no address. */
export function networkOf(address: string): string | undefined {
  const text = withoutPort(address)
  if (!ipaddr.IPv4.isValidFourPartDecimal(text) && !ipaddr.IPv6.isValid(text)) return undefined
  const parsed = ipaddr.process(text)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  const prefix = ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toNormalizedString().replace(/%.*/, '')}/64`)
  return `${prefix.toString()}/64`
}

/** Some proxies write `192.0.2.1:4711` or `[2001:db8::1]:4711`. */
function withoutPort(address: string): string {
  const match = /^(?:\[(.+)\](?::\d+)?|(\d+\.\d+\.\d+\.\d+):\d+)$/.exec(address)
  return match?.[1] ?? match?.[2] ?? address
}

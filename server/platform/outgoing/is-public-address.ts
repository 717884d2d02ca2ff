import ipaddr from 'ipaddr.js'

/** IPv6 addresses that are routed worldwide (IANA). Ranges that carry an IPv4 address inside them are none of these. */
const worldwide = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number]

/**
 * True for addresses of the public internet: not loopback, private, link-local, shared, mapped, translated or reserved. A
 * request of ours must not reach what only this server can reach (OWASP, Server Side Request Forgery).
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast') return false
  return address.kind() === 'ipv4' || (address as ipaddr.IPv6).match(worldwide)
}

import ipaddr from 'ipaddr.js'

export type OfficeNetworkRead =
  | { kind: 'read'; network: string }
  | { kind: 'bad-network' }
  | { kind: 'network-too-wide' }

/** A wider range is not an office: it would give strangers the larger limit. */
const widest = { ipv4: 20, ipv6: 40 }
/** Callers are identified by these: an IPv4 address, the /64 of an IPv6 address. */
const narrowest = { ipv4: 32, ipv6: 64 }

/** Reads an address or a range as an administrator types it, such as 203.0.113.7 or 2001:db8:5::/48. */
export function readOfficeNetwork(typed: string): OfficeNetworkRead {
  const [address = '', length, more] = typed.trim().split('/')
  const isAddress = ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address)
  if (!isAddress || address.includes('%') || more !== undefined) return { kind: 'bad-network' }
  const parsed = ipaddr.process(address)
  const kind = parsed.kind()
  if (length !== undefined && !/^\d{1,3}$/.test(length)) return { kind: 'bad-network' }
  const prefix = Math.min(length === undefined ? narrowest[kind] : Number(length), narrowest[kind])
  if (Number(length ?? 0) > (kind === 'ipv4' ? 32 : 128)) return { kind: 'bad-network' }
  if (prefix < widest[kind]) return { kind: 'network-too-wide' }
  const family = kind === 'ipv4' ? ipaddr.IPv4 : ipaddr.IPv6
  return { kind: 'read', network: `${family.networkAddressFromCIDR(`${parsed}/${prefix}`)}/${prefix}` }
}

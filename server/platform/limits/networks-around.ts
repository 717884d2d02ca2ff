import ipaddr from 'ipaddr.js'

/** The sizes that providers commonly assign to one customer, from the narrowest: a line, a house, a company. */
const widerPrefixes = [56, 48] as const

/**
 * The caller's network and the networks around it, the narrowest first. The holder of a /48 has 65,536 /64s, so counts
 * of only the /64 would cost such a stranger nothing. IPv4 addresses have no such hierarchy.
 */
export function networksAround(network: string): readonly string[] {
  if (!network.includes(':')) return [network]
  const address = network.replace(/\/.*$/, '')
  if (!ipaddr.IPv6.isValid(address)) return [network]
  const wider = widerPrefixes.map(prefix => {
    const start = ipaddr.IPv6.networkAddressFromCIDR(`${address}/${prefix}`)
    return `${start.toString()}/${prefix}`
  })
  return [network, ...wider]
}

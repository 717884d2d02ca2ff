import ipaddr from 'ipaddr.js'

type Address = ipaddr.IPv4 | ipaddr.IPv6

/** Undefined if the text is not an address. Some proxies add a port: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
export function readAddress(text: string): Address | undefined {
  const match = /^(?:\[(.+)\](?::\d+)?|(\d+\.\d+\.\d+\.\d+):\d+)$/.exec(text)
  const address = (match?.[1] ?? match?.[2] ?? text).replace(/%.*$/, '')
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address)) return undefined
  return ipaddr.process(address)
}

/** An IPv4 address, or the /64 of an IPv6 one. Undefined if the text is not an address. */
export function networkOf(text: string): string | undefined {
  const address = readAddress(text)
  if (address === undefined || address.kind() === 'ipv4') return address?.toString()
  const prefix = ipaddr.IPv6.networkAddressFromCIDR(`${address.toNormalizedString()}/64`)
  return `${prefix.toString()}/64`
}

/** True for an address in one of the ranges, with or without a port. */
export function createIsTrusted(proxies: readonly string[]): (address: string) => boolean {
  const ranges = proxies.map(toRange)
  return text => {
    const address = readAddress(text)
    return address !== undefined && ranges.some(range => isWithin(address, range))
  }
}

type Range = [Address, number]

/** `::ffff:10.0.0.0/104` and `10.0.0.0/8` are the same range. */
function toRange(text: string): Range {
  const [address, bits] = text.includes('/') ? ipaddr.parseCIDR(text) : [ipaddr.parse(text), undefined]
  const plain = ipaddr.process(address.toString())
  const length = plain.kind() === 'ipv4' ? 32 : 128
  if (bits === undefined) return [plain, length]
  return [plain, plain.kind() === address.kind() ? bits : Math.max(bits - 96, 0)]
}

function isWithin(address: Address, [range, bits]: Range): boolean {
  if (address instanceof ipaddr.IPv4) return range instanceof ipaddr.IPv4 && address.match(range, bits)
  return range instanceof ipaddr.IPv6 && address.match(range, bits)
}

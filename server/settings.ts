/** How single settings are read; what is refused is said in one sentence with the variable and an example. */

import ipaddr from 'ipaddr.js'

export type NumberRange = { from: number; to: number; otherwise: number }

export function readNumber(name: string, text: string | undefined, { from, to, otherwise }: NumberRange): number {
  if (text === undefined) return otherwise
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (number >= from && number <= to) return number
  throw new Error(`${name} must be a number from ${from} to ${to}, such as ${otherwise}`)
}

export function readChoice<T extends string>(name: string, text: string, choices: readonly T[]): T {
  const choice = choices.find(one => one === text)
  if (choice !== undefined) return choice
  throw new Error(`${name} must be one of ${choices.join(', ')}; it is ${JSON.stringify(text)}`)
}

export function readDatabaseUrl(text: string): string {
  // Not read as an address: one that names a socket (postgresql://fieldkey@/fieldkey?host=/run/postgresql) is none.
  if (/^postgres(?:ql)?:\/\/\S+$/.test(text)) return text
  throw new Error('DATABASE_URL must be an address such as postgresql://fieldkey:password@db.example.com/fieldkey')
}

export function readTrustedProxies(text: string): string[] {
  const addresses = text.split(/[\s,]+/).filter(address => address !== '')
  for (const address of addresses) {
    if (!isProxyAddress(address)) {
      throw new Error(`TRUSTED_PROXIES cannot hold ${address}: write addresses, such as 127.0.0.1, 10.0.0.0/24`)
    }
  }
  return addresses
}

/** A range as wide as the world is refused: with it every client would choose its own address. */
function isProxyAddress(text: string): boolean {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text)[1] >= 7
  return ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text)
}

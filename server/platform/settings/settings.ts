/** Reads single settings. Each refusal is one sentence with the variable and an example. */

import ipaddr from 'ipaddr.js'
import { decodeKey, refuseGuessableKey } from './secret-key.ts'

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
  // Not parsed as a URL: an address that names a socket (postgresql://fieldkey@/fieldkey?host=/run/postgresql) isn't
  // one.
  if (/%(?![0-9a-f]{2})/i.test(text)) {
    throw new Error(
      'DATABASE_URL holds a % that is not followed by two hexadecimal digits: write each % of the user or password as %25',
    )
  }
  const [, authority, rest = ''] = /^postgres(?:ql)?:\/\/([^/?#]*)(\S*)$/.exec(text) ?? []
  const isCutShort = /^[^?]*@/.test(rest) || (authority?.includes('@') === false && /^[?#].*@/.test(rest))
  // Else the part of the password after its first @ would be taken for the host, and a message would name it.
  if (authority !== undefined && isCutShort) {
    throw new Error('DATABASE_URL: write @ / ? # and % in the password as %40, %2F, %3F, %23 and %25')
  }
  if (authority !== undefined && authority + rest !== '') return text
  throw new Error('DATABASE_URL must be an address such as postgresql://fieldkey:password@db.example.com/fieldkey')
}

/** `none` trusts no proxy, even if HOST would make this machine's own proxy trusted. */
export function readTrustedProxies(text: string): string[] {
  if (text === 'none') return []
  const addresses = readList(text)
  for (const address of addresses) {
    if (!isProxyAddress(address)) {
      throw new Error(
        `TRUSTED_PROXIES cannot hold ${address}: write addresses, such as 127.0.0.1, 10.0.0.0/24, or none`,
      )
    }
  }
  return addresses
}

/** Refuses a range as wide as the world: with it, every client would choose its own address. */
function isProxyAddress(text: string): boolean {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text)[1] >= 7
  return ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text)
}

export function readBounceKey(text: string): Buffer {
  try {
    const key = /^[0-9a-f]+$/i.test(text) ? decodeKey(text) : undefined
    if (!key) throw new Error('it is not hexadecimal')
    refuseGuessableKey(key)
    return key
  } catch (cause) {
    throw new Error('BOUNCE_KEY must be 32 random bytes as hex: make them with "openssl rand -hex 32"', { cause })
  }
}

export function readDkimSelectors(text: string): string[] {
  const selectors = readList(text)
  for (const selector of selectors) {
    if (!/^[a-z0-9]([a-z0-9_.-]*[a-z0-9])?$/i.test(selector) || selector.length > 63) {
      throw new Error(`DKIM_SELECTORS cannot hold ${selector}: write the value of s= in DKIM-Signature, such as s1`)
    }
  }
  return selectors
}

/** Names or addresses, without scheme and port: `erp.internal`, `10.0.0.5`, `fd00::5`. */
export function readAllowedHosts(name: string, text = ''): string[] {
  const hosts = readList(text).map(host => host.toLowerCase())
  for (const host of hosts) {
    if (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(host) && !ipaddr.isValid(host)) {
      throw new Error(`${name} cannot hold ${host}: write hosts without scheme and port, such as erp.internal`)
    }
  }
  return hosts
}

/** `9.9.9.9`, `[2620:fe::fe]:53`, `127.0.0.1:5353`. */
export function readDnsServers(text: string): string[] {
  const servers = readList(text)
  for (const server of servers) {
    const address = server.replace(/^\[(.*)\](?::\d{1,5})?$/, '$1').replace(/^([\d.]+):\d{1,5}$/, '$1')
    if (!ipaddr.isValid(address)) throw new Error(`DNS_SERVERS cannot hold ${server}: write addresses, such as 9.9.9.9`)
  }
  return servers
}

const readList = (text: string) => text.split(/[\s,]+/).filter(part => part !== '')

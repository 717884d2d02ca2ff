import type { IncomingHttpHeaders } from 'node:http'
import { readAddressLists, readScheme } from './forwarded-headers.ts'
import { networkOf, readAddress } from './network.ts'

/** How a request reached this process: through which peer, and for which client. */
export type Road = {
  /** The other end of the TCP connection. */
  peer: string
  isTrustedPeer: boolean
  /** The client, as far as trusted proxies vouch for it. Otherwise the peer. */
  client: string
  /** The scheme that the browser used, if a trusted proxy says so. */
  scheme: 'https' | 'http' | undefined
  /** A header that shows a wrong set-up. */
  finding: RoadFinding | undefined
}

export type RoadFinding = {
  kind: 'untrusted-proxy' | 'no-client-address' | 'unreadable-client' | 'contradicting-headers'
  header: string
  value: string
}

export type RoadFacts = {
  peer: string
  headers: IncomingHttpHeaders
  isTrusted: (address: string) => boolean
}

/**
 * Reads the road of a request. A header counts only if a trusted peer sent it. Each list is read from the right: the
 * last address that is not one of our proxies is the client (ASVS 4.1.3).
 */
export function readRoad({ peer, headers, isTrusted }: RoadFacts): Road {
  const lists = readAddressLists(headers)
  if (!isTrusted(peer)) {
    const [claim] = lists
    const finding = claim && ({ kind: 'untrusted-proxy', header: claim.header, value: claim.value } as const)
    return { peer, isTrustedPeer: false, client: peer, scheme: undefined, finding }
  }
  const { client, finding } = findClient({
    peer,
    lists: lists.map(list => ({ ...list, ...walk(list.addresses, isTrusted) })),
  })
  return { peer, isTrustedPeer: true, client, scheme: readScheme(headers), finding }
}

type WalkedHeader = { header: string; value: string } & Client

type Client = { client: string | undefined; isOurs: boolean }

/**
 * From our end towards the client. An entry that is not an address ends the walk, because no proxy vouches for the
 * entries behind it.
 */
function walk(addresses: readonly string[], isTrusted: (address: string) => boolean): Client {
  let ours: string | undefined
  for (const address of addresses.toReversed()) {
    if (readAddress(address) === undefined) return { client: undefined, isOurs: false }
    if (!isTrusted(address)) return { client: address, isOurs: false }
    ours = address
  }
  return { client: ours, isOurs: true }
}

/**
 * A proxy sets one of these headers and passes on the others as the client wrote them. If they name different clients,
 * one may be forged. Then the peer counts, and forging gains nothing.
 */
function findClient({
  peer,
  lists,
}: {
  peer: string
  lists: readonly WalkedHeader[]
}): Pick<Road, 'client' | 'finding'> {
  const named = lists.filter(({ isOurs }) => !isOurs)
  const [first] = named
  if (first === undefined) {
    const inner = lists[0]?.client
    if (inner !== undefined) return { client: inner, finding: undefined }
    return { client: peer, finding: { kind: 'no-client-address', header: 'X-Forwarded-For', value: '' } }
  }
  const { header, value, client } = first
  if (client === undefined) return { client: peer, finding: { kind: 'unreadable-client', header, value } }
  const other = named.find(one => one.client === undefined || networkOf(one.client) !== networkOf(client))
  if (other === undefined) return { client, finding: undefined }
  const both = `${value} (${other.header}: ${other.value})`
  return { client: peer, finding: { kind: 'contradicting-headers', header, value: both } }
}

import type { FastifyRequest } from 'fastify'
import { callerOf } from './caller.ts'

/** How the server sees one request: for an operator who looks for the header that is wrong. */
export type AsSeen = {
  peer: string
  isTrustedPeer: boolean
  network: string
  /** What the proxies say of the browser's connection. */
  scheme: 'https' | 'http' | 'unknown'
  headers: Record<string, string>
}

const told = ['host', 'x-forwarded-for', 'forwarded', 'x-real-ip', 'x-forwarded-proto', 'x-forwarded-host']

export function describeRequest(request: FastifyRequest): AsSeen {
  const { peer, isTrustedPeer, scheme = 'unknown' } = request.road
  const found = told.filter(name => request.headers[name] !== undefined)
  const headers = Object.fromEntries(found.map(name => [name, String(request.headers[name])]))
  return { peer, isTrustedPeer, network: callerOf(request).network, scheme, headers }
}

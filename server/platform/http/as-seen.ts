import type { FastifyRequest } from 'fastify'
import { callerOf } from './caller.ts'

/** One request as the server sees it, for an operator who looks for the wrong header. */
export type AsSeen = {
  peer: string
  isTrustedPeer: boolean
  network: string
  /** The scheme of the browser's connection, as reported by the proxies. */
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

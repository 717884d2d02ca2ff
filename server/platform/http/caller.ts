import type { FastifyRequest } from 'fastify'
import { deviceOf } from './device.ts'
import type { Http } from './http.ts'
import { createIsTrusted, networkOf } from './network.ts'
import { type Road, readRoad } from './road.ts'

declare module 'fastify' {
  interface FastifyRequest {
    road: Road
  }
}

/** The caller, as far as limits, sessions and the audit need to know. */
export type Caller = {
  /** An IPv4 address, or the /64 of an IPv6 one: what a provider gives one line. */
  network: string
  /** A few words for people, such as "Chrome on Android". */
  device: string
}

/** Runs before every other hook, because the guards, the limits and the log all need the road. */
export function readRoads(http: Http, { trustedProxies }: { trustedProxies: readonly string[] }): void {
  const isTrusted = createIsTrusted(trustedProxies)
  http.decorateRequest('road')
  http.addHook('onRequest', async request => {
    request.road = readRoad({ peer: request.socket.remoteAddress ?? '', headers: request.headers, isTrusted })
  })
}

export function callerOf(request: FastifyRequest): Caller {
  return {
    network: networkOf(request.road.client) ?? 'unknown',
    device: deviceOf(request.headers['user-agent'] ?? ''),
  }
}

import type { FastifyRequest } from 'fastify'
import { maskPath } from '../mask-path.ts'
import { callerOf } from './caller.ts'
import type { Http } from './create-http.ts'

const quiet = /^\/(?:assets\/|strength\/|brand\/|favicon\.svg$|icon-maskable\.svg$|healthz$|readyz$)/

/** One line a request. Bodies, cookies, headers and queries are never part of it (ASVS 16.2.5). */
export function logRequests(http: Http): void {
  http.addHook('onResponse', async (request, reply) => {
    const line = {
      method: request.method,
      path: pathOf(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      network: callerOf(request).network,
    }
    request.log[quiet.test(request.url) ? 'debug' : 'info'](line, 'request')
  })
}

/** A route's own pattern where there is one: then nothing that a person or a mail put into the address is left. */
function pathOf(request: FastifyRequest): string {
  const pattern = request.routeOptions.url
  if (pattern === undefined || pattern.includes('*')) return maskPath(request.originalUrl)
  return pattern.replace(/:\w+/g, '…')
}

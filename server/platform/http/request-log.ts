import type { FastifyRequest } from 'fastify'
import { maskPath } from '../mask-path.ts'
import { callerOf } from './caller.ts'
import type { Http } from './http.ts'

const quiet = /^\/(?:assets\/|strength\/|brand\/|favicon\.svg$|icon-maskable\.svg$|healthz$|readyz$)/

/** Logs one line per request, never with bodies, cookies, headers or queries (ASVS 16.2.5). */
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

/** The route's pattern if there is one. It holds nothing that a person or an email put into the address. */
function pathOf(request: FastifyRequest): string {
  const pattern = request.routeOptions.url
  if (pattern === undefined || pattern.includes('*')) return maskPath(request.originalUrl)
  return pattern.replace(/:\w+/g, '…')
}

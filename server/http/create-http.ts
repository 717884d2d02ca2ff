import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import underPressure from '@fastify/under-pressure'
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController, type RawServerDefault } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Config } from '../config.ts'
import { requirePublicAddress } from './address-guard.ts'
import { compressPages } from './compress-pages.ts'
import { endConnections } from './end-connections.ts'
import { requireSameOrigin } from './origin-guard.ts'
import { handleProblems, type RenderProblem } from './problems.ts'
import { logRequests } from './request-log.ts'
import { setSecurityHeaders } from './security-headers.ts'

export type Http = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>

export type HttpOptions = {
  config: Pick<Config, 'publicUrl' | 'trustedProxies'>
  log: FastifyBaseLogger
  /** Draws the page of a refusal or a fault: what a page looks like is no business of this folder. */
  renderProblem: RenderProblem
  /** From which delay of the event loop on new requests are sent away, to be tried again. */
  busyFromMs?: number
}

const KILOBYTE = 1024
const SECONDS = 1000

/** The server without a route: what every request meets, in this order, before it reaches one. */
export async function createHttp({ config, log, renderProblem, busyFromMs = 1000 }: HttpOptions): Promise<Http> {
  const { publicUrl, trustedProxies } = config
  const http: Http = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    // Read from the right: an address counts as far as the proxies that wrote it are ours (ASVS 4.1.3).
    trustProxy: trustedProxies.length > 0 ? trustedProxies : false,
    bodyLimit: 64 * KILOBYTE,
    requestTimeout: 30 * SECONDS,
    genReqId: () => randomBytes(5).toString('hex'),
    rewriteUrl: request => withoutBrokenEscapes(request.url ?? '/'),
    clientErrorHandler: (_fault, socket) => {
      if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
    },
    routerOptions: { ignoreTrailingSlash: true },
  }).withTypeProvider<ZodTypeProvider>()

  http.setValidatorCompiler(validatorCompiler)
  http.setSerializerCompiler(serializerCompiler)
  logRequests(http)
  endConnections(http)
  await setSecurityHeaders(http, { publicUrl })
  handleProblems(http, { renderProblem })
  await http.register(underPressure, { maxEventLoopDelay: busyFromMs, sampleInterval: busyFromMs, retryAfter: 10 })
  requirePublicAddress(http, { publicUrl })
  requireSameOrigin(http, { publicUrl })
  await http.register(cookie)
  await takeOnlyFormsAndJson(http)
  compressPages(http)
  return http
}

/** A body of another type is what a foreign page can send without asking (ASVS 3.5.2): it meets 415. */
async function takeOnlyFormsAndJson(http: Http): Promise<void> {
  http.removeContentTypeParser('text/plain')
  await http.register(formbody, { bodyLimit: 64 * KILOBYTE })
}

/** The router would answer an address that cannot be decoded by itself, without our headers and our page. */
function withoutBrokenEscapes(url: string): string {
  try {
    decodeURI(url)
    return url
  } catch {
    return '/broken-address'
  }
}

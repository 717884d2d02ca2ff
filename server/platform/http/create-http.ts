import { randomBytes } from 'node:crypto'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import underPressure from '@fastify/under-pressure'
import { type FastifyBaseLogger, fastify, LogController } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { config as zodConfig } from 'zod'
import { sayIssue } from '../../../shared/contract/say-issue.ts'
import type { Config } from '../settings/config.ts'
import { requirePublicAddress } from './address-guard.ts'
import { readRoads } from './caller.ts'
import { compressPages } from './compress-pages.ts'
import { endConnections } from './end-connections.ts'
import type { Http } from './http.ts'
import { requireSameOrigin } from './origin-guard.ts'
import { handleProblems, type RenderProblem } from './problems.ts'
import { reportRoads } from './report-roads.ts'
import { logRequests } from './request-log.ts'
import { setSecurityHeaders } from './security-headers.ts'
import { createReportFault, type SetUpFault } from './set-up-faults.ts'
import { requireStorable } from './storable-guard.ts'

export type HttpOptions = {
  config: Pick<Config, 'publicUrl' | 'trustedProxies'>
  log: FastifyBaseLogger
  /** Renders the page of a refusal or a fault, because this folder knows nothing about the look of pages. */
  renderProblem: RenderProblem
  /** The event-loop delay above which requests get a 503. */
  busyFromMs?: number
  /** Called for each logged fault of the proxy or PUBLIC_URL. */
  onSetUpFault?: (fault: SetUpFault) => void
}

const kilobyte = 1024
const seconds = 1000

/** Creates the server without routes: the hooks that every request passes, in this order, before it reaches a route. */
export async function createHttp(options: HttpOptions): Promise<Http> {
  const { config, log, renderProblem, busyFromMs = 1000, onSetUpFault: onFault } = options
  const { publicUrl, trustedProxies } = config
  const report = createReportFault({ log, publicUrl, onFault })
  const http: Http = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    bodyLimit: 64 * kilobyte,
    requestTimeout: 30 * seconds,
    // A server that stops still answers what has reached it, instead of refusing it with 503.
    return503OnClosing: false,
    genReqId: () => randomBytes(5).toString('hex'),
    rewriteUrl: request => withoutBrokenEscapes(request.url ?? '/'),
    clientErrorHandler: (_fault, socket) => {
      // Without the destroy, a client that never closes its side keeps the socket and its file descriptor for good.
      if (socket.writable) socket.write('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      socket.destroySoon()
    },
    routerOptions: { ignoreTrailingSlash: true },
  }).withTypeProvider<ZodTypeProvider>()

  zodConfig({ customError: sayIssue })
  http.setValidatorCompiler(validatorCompiler)
  http.setSerializerCompiler(serializerCompiler)
  readRoads(http, { trustedProxies })
  logRequests(http)
  endConnections(http)
  await setSecurityHeaders(http, { publicUrl })
  handleProblems(http, { renderProblem })
  await http.register(underPressure, { maxEventLoopDelay: busyFromMs, sampleInterval: busyFromMs, retryAfter: 10 })
  reportRoads(http, { publicUrl, report })
  requirePublicAddress(http, { publicUrl, report })
  requireSameOrigin(http, { publicUrl, report })
  requireStorable(http)
  await http.register(cookie)
  await takeOnlyFormsAndJson(http)
  compressPages(http)
  return http
}

/** Foreign pages can send bodies of other types without a preflight (ASVS 3.5.2). These get a 415. */
async function takeOnlyFormsAndJson(http: Http): Promise<void> {
  http.removeContentTypeParser('text/plain')
  await http.register(formbody, { bodyLimit: 64 * kilobyte })
}

/** The router itself would answer an address that cannot be decoded, without our headers and our page. */
function withoutBrokenEscapes(url: string): string {
  try {
    decodeURI(url)
    return url
  } catch {
    return '/broken-address'
  }
}

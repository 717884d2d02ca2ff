import type { Http } from './http.ts'

export type HealthCheck = () => Promise<boolean>

export type HealthOptions = {
  checks: Record<string, HealthCheck>
  /** A longer check would let probes pile up behind each other. */
  longestCheckMs?: number
}

/**
 * `/healthz`: this process is alive. `/readyz`: it can do its work, and a balancer sends people elsewhere until then.
 * Both answer under pressure too, because killing a busy process makes the others busier.
 */
export function healthRoutes(http: Http, { checks, longestCheckMs = 2000 }: HealthOptions): void {
  const config = { pressureHandler: () => undefined }
  http.get('/healthz', { config }, async () => ({ status: 'ok' }))
  http.get('/readyz', { config }, async (_request, reply) => {
    const results = await Promise.all(Object.entries(checks).map(entry => runCheck(entry, longestCheckMs)))
    const isReady = results.every(([, isWell]) => isWell)
    reply.code(isReady ? 200 : 503)
    const states = results.map(([name, isWell]) => [name, isWell ? 'ok' : 'failing'])
    return { status: isReady ? 'ok' : 'failing', checks: Object.fromEntries(states) }
  })
}

async function runCheck([name, check]: [string, HealthCheck], longestCheckMs: number): Promise<[string, boolean]> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<boolean>(resolve => {
    timer = setTimeout(resolve, longestCheckMs, false)
  })
  const result = await Promise.race([check().catch(() => false), patience])
  clearTimeout(timer)
  return [name, result]
}

import type { Http } from './create-http.ts'

export type HealthCheck = () => Promise<boolean>

export type HealthOptions = {
  checks: Record<string, HealthCheck>
  /** A probe has waited long enough by then, and the next one must not pile up behind it. */
  longestCheckMs?: number
}

/**
 * `/healthz`: this process lives. `/readyz`: it can do its work; a balancer sends people elsewhere until then.
 * Both answer under pressure too: a busy process that is killed for being busy helps nobody.
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

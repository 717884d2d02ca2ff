import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Http } from './create-http.ts'
import { serveBuilt } from './serve-built.ts'

/**
 * The page of the rep's app, for each of its addresses, and what keeps it on the device. It is the same for everybody:
 * the service worker keeps it for offline, with the policy that it was answered with.
 */
export async function mobileAppRoutes(http: Http, { folder }: { folder: string }): Promise<void> {
  await serveBuilt(http, { root: join(folder, 'assets'), prefix: '/app/assets/' })
  const read = (name: string) => readFileSync(join(folder, name))
  const [page, worker, manifest] = [read('app.html'), read('sw.js'), read('manifest.webmanifest')]
  for (const url of ['/app', '/app/*']) {
    http.get(url, async (_request, reply) => reply.type('text/html; charset=utf-8').send(page))
  }
  http.get('/app/sw.js', async (_request, reply) =>
    reply
      .header('cache-control', 'no-cache')
      // The address of the app is /app itself, which is not below the worker's own folder /app/.
      .header('service-worker-allowed', '/app')
      .type('text/javascript; charset=utf-8')
      .send(worker),
  )
  http.get('/app/manifest.webmanifest', async (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('application/manifest+json; charset=utf-8').send(manifest),
  )
}

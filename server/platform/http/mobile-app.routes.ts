import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Http } from './http.ts'
import { permissionsWithCamera, policyWithWebAssembly } from './security-headers.ts'
import { serveBuilt } from './serve-built.ts'

/**
 * Serves the page of the rep's app at each of its addresses, and the files that keep it on the device. The page is the
 * same for all users: the service worker caches it for offline use, together with its policy.
 */
export async function mobileAppRoutes(http: Http, { folder }: { folder: string }): Promise<void> {
  await serveBuilt(http, { root: join(folder, 'assets'), prefix: '/app/assets/' })
  const read = (name: string) => readFileSync(join(folder, name))
  const [page, worker, manifest] = [read('app.html'), read('sw.js'), read('manifest.webmanifest')]
  for (const url of ['/app', '/app/*']) {
    http.get(url, async (_request, reply) =>
      reply
        .header('permissions-policy', permissionsWithCamera)
        .header('content-security-policy', policyWithWebAssembly())
        .type('text/html; charset=utf-8')
        .send(page),
    )
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

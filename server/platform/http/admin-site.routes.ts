import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Http } from './http.ts'
import { policyWithStyleNonce } from './security-headers.ts'
import { serveBuilt } from './serve-built.ts'

/**
 * Serves the page of the admin site at each of its addresses. The page holds no data: the API decides who may see what.
 */
export async function adminSiteRoutes(http: Http, { folder }: { folder: string }): Promise<void> {
  await serveBuilt(http, { root: join(folder, 'assets'), prefix: '/admin/assets/' })
  const page = readFileSync(join(folder, 'admin.html'), 'utf8')
  for (const url of ['/admin', '/admin/*']) {
    http.get(url, async (_request, reply) => {
      // Mantine writes its variables as a style element, which is allowed because of its nonce.
      const nonce = randomBytes(16).toString('base64url')
      return reply
        .header('content-security-policy', policyWithStyleNonce(nonce))
        .type('text/html; charset=utf-8')
        .send(page.replaceAll('__NONCE__', nonce))
    })
  }
}

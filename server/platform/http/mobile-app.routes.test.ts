import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createHttpGround } from '../../../tests/support/servers/http-ground.ts'
import { mobileAppRoutes } from './mobile-app.routes.ts'

const { http } = await createHttpGround()
await mobileAppRoutes(http, { folder: join(import.meta.dirname, '../../../dist/rep-app') })

it('3.4.3 the app allows scripts and styles from its own files only, at each of its addresses', async () => {
  const pages = await Promise.all(['/app', '/app/orders/x', '/app/app.html'].map(url => http.inject(url)))
  for (const { statusCode, headers, body } of pages) {
    expect(statusCode).toBe(200)
    expect(body).toBe(pages[0]?.body)
    expect(headers['content-security-policy']).toContain("script-src 'self';style-src 'self';")
  }
  expect(pages[0]?.body).not.toMatch(/<style|<script(?![^>]+src=)| on\w+=/)
})

it('the service worker controls only /app, is revalidated each time, and caches no answer of the API', async () => {
  const worker = await http.inject('/app/sw.js')
  expect(worker.headers).toMatchObject({ 'service-worker-allowed': '/app', 'cache-control': 'no-cache' })
  expect(worker.headers['content-type']).toContain('text/javascript')
  expect(worker.body).toContain('app.html')
  expect(worker.body).not.toMatch(/\/api|\/oidc|\/sign-in/)
})

it('serves its files as immutable, and never a page in place of a missing file', async () => {
  const [script = ''] = /\/app\/assets\/[\w-]+\.js/.exec((await http.inject('/app')).body) ?? []
  expect((await http.inject(script)).headers['cache-control']).toContain('immutable')
  expect((await http.inject('/app/assets/nothing.js')).statusCode).toBe(404)
})

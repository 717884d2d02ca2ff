import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createHttpGround } from '../../../tests/support/servers/http-ground.ts'
import { mobileAppRoutes } from './mobile-app.routes.ts'

const { http } = await createHttpGround()
const folder = join(import.meta.dirname, '../../../dist/rep-app')
await mobileAppRoutes(http, { folder })

it('3.4.3 the app allows scripts and styles from its own files only, at each of its addresses', async () => {
  const pages = await Promise.all(['/app', '/app/orders/x', '/app/app.html'].map(url => http.inject(url)))
  for (const { statusCode, headers, body } of pages) {
    expect(statusCode).toBe(200)
    expect(body).toBe(pages[0]?.body)
    expect(headers['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval';style-src 'self';")
    expect(headers['permissions-policy']).toContain('camera=(self), display-capture=()')
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

it('only the page of the app may use the camera and WebAssembly', async () => {
  for (const url of ['/app/sw.js', '/app/manifest.webmanifest', '/app/assets/nothing.js', '/apple', '/page']) {
    const { headers } = await http.inject(url)
    expect(headers['permissions-policy'], url).toContain('camera=()')
    expect(headers['content-security-policy'], url).toContain("script-src 'self';")
  }
})

it('serves the reader of barcodes from its own address', async () => {
  const file = readdirSync(join(folder, 'assets')).find(name => /^zxing_reader.*\.wasm$/.test(name))
  const answer = await http.inject({ url: `/app/assets/${file}`, headers: { 'accept-encoding': 'br' } })
  expect(answer.statusCode).toBe(200)
  expect(answer.headers).toMatchObject({ 'content-type': 'application/wasm', 'content-encoding': 'br' })
})

it('serves its files as immutable, and never a page in place of a missing file', async () => {
  const [script = ''] = /\/app\/assets\/[\w-]+\.js/.exec((await http.inject('/app')).body) ?? []
  expect((await http.inject(script)).headers['cache-control']).toContain('immutable')
  expect((await http.inject('/app/assets/nothing.js')).statusCode).toBe(404)
})

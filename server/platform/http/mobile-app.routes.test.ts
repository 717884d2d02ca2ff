import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createHttpGround } from '../../../tests/support/servers/http-ground.ts'
import { mobileAppRoutes } from './mobile-app.routes.ts'

const { http } = await createHttpGround()
const folder = join(import.meta.dirname, '../../../dist/rep-app')
const organisation = { name: 'Harbour & Vale', colour: '#1d7a3d' }
await mobileAppRoutes(http, { folder, organisation: async () => organisation })

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

it('is installed with the name and colour of the organisation, and changes with them', async () => {
  const first = await http.inject('/app/manifest.webmanifest')
  expect(first.json()).toMatchObject({
    id: '/app',
    name: 'Harbour & Vale',
    start_url: '/app',
    display: 'standalone',
    theme_color: '#1d7a3d',
  })
  const { etag } = first.headers
  const again = () => http.inject({ url: '/app/manifest.webmanifest', headers: { 'if-none-match': String(etag) } })
  expect((await again()).statusCode).toBe(304)
  const icons: { src: string; purpose: string; sizes: string }[] = first.json().icons
  expect(icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
    '192x192 any',
    '512x512 any',
    '192x192 maskable',
    '512x512 maskable',
  ])
  const before = await Promise.all(icons.map(({ src }) => http.inject(src)))
  for (const { headers } of before)
    expect(headers).toMatchObject({ 'content-type': 'image/png', 'cache-control': 'public, max-age=86400' })
  Object.assign(organisation, { name: 'Harbour and Sons', colour: '#7a1d1d' })
  const changed = await again()
  expect(changed.statusCode).toBe(200)
  expect(changed.json()).toMatchObject({ name: 'Harbour and Sons', theme_color: '#7a1d1d' })
  const icon = changed.json().icons[0].src
  expect(icon).not.toBe(icons[0]?.src)
  expect((await http.inject(icon)).rawPayload).not.toEqual(before[0]?.rawPayload)
})

it('the page names the manifest, and the icon that an iPad takes', async () => {
  const { body } = await http.inject('/app')
  expect(body).toContain('<link rel="manifest" href="/app/manifest.webmanifest"')
  const [icon = ''] = /\/app\/icons\/apple-touch\.png/.exec(body) ?? []
  expect((await http.inject(icon)).headers['content-type']).toBe('image/png')
})

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createHttpGround } from '../../../tests/support/servers/http-ground.ts'
import { assetRoutes } from './asset.routes.ts'

const root = mkdtempSync(join(tmpdir(), 'fieldkey-assets-'))
const assets = join(root, 'assets')
const script = 'let a = 1\n'.repeat(200)
mkdirSync(assets)
mkdirSync(join(assets, 'folder'))
writeFileSync(join(root, 'secret.js'), 'secret')
writeFileSync(join(assets, 'reset-1a2b.js'), script)
writeFileSync(join(assets, 'reset-1a2b.js.br'), brotliCompressSync(script))
writeFileSync(join(assets, 'reset-1a2b.js.gz'), gzipSync(script))
writeFileSync(join(assets, '.hidden.js'), 'hidden')
writeFileSync(join(assets, 'notes.md'), 'notes')

const { http } = await createHttpGround()
await assetRoutes(http, {
  folders: { assets, icons: 'browser/icons' },
  organisation: async () => ({ name: 'Harbour & Vale', colour: '#1d4ed8' }),
})

describe('scripts and style sheets', () => {
  it.each([
    ['gzip, br', 'br'],
    ['gzip', 'gzip'],
    ['identity', undefined],
  ])('are sent as compressed by the build, immutable: %s', async (accepted, encoding) => {
    const answer = await http.inject({ url: '/assets/reset-1a2b.js', headers: { 'accept-encoding': accepted } })
    expect(answer.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': expect.stringMatching(/^(?:text|application)\/javascript; charset=utf-8$/),
      'x-content-type-options': 'nosniff',
    })
    expect(answer.headers['content-encoding']).toBe(encoding)
    if (encoding) expect(answer.headers.vary).toMatch(/accept-encoding/i)
  })

  it.each([
    '/assets/',
    '/assets/folder/',
    '/assets/notes.md',
    '/assets/.hidden.js',
    '/assets/reset-1a2b.js.br',
    '/assets/gone-1a2b.js',
    '/assets/../secret.js',
    '/assets/%2e%2e/secret.js',
    '/assets/..%2fsecret.js',
    '/.git/HEAD',
    '/.env',
    '/package.json',
  ])('13.4.1 13.4.3 13.4.7 are the only files served: %s', async url => {
    const answer = await http.inject({ url })
    expect(answer.statusCode).toBe(404)
    expect(answer.headers['cache-control']).toBe('no-store')
  })
})

describe('the files that a browser requests without being told', () => {
  it.each(['/favicon.svg', '/icon-maskable.svg'])('%s is a picture', async url => {
    const answer = await http.inject({ url })
    expect(answer.headers['content-type']).toBe('image/svg+xml; charset=utf-8')
    expect(answer.body).toContain('<svg')
  })

  it('the manifest carries the name of the organisation', async () => {
    const answer = await http.inject({ url: '/manifest.webmanifest' })
    expect(answer.headers['content-type']).toContain('application/manifest+json')
    expect(answer.json().name).toBe('Harbour & Vale')
  })
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readAssets } from './assets.ts'

const manifest = {
  '_shared.js': { file: 'assets/shared-A.js', imports: ['_deeper.js'] },
  '_deeper.js': { file: 'assets/deeper-B.js' },
  'browser/account.css': { file: 'assets/account-C.css' },
  'browser/sign-in.ts': { file: 'assets/sign-in-D.js', imports: ['_shared.js', '_deeper.js'] },
  'browser/reset.ts': { file: 'assets/reset-E.js' },
  'browser/account.ts': { file: 'assets/account-F.js' },
  'browser/second-step.ts': { file: 'assets/second-step-G.js' },
  'browser/shop.css': { file: 'assets/shop-H.css' },
  'browser/shop.ts': { file: 'assets/shop-I.js' },
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assets-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(content: object): string {
  const path = join(folder, 'manifest.json')
  writeFileSync(path, JSON.stringify(content))
  return path
}

test('a script is listed with all its imports, each once', () => {
  const assets = readAssets(write(manifest))
  expect(assets.stylesheet).toBe('/assets/account-C.css')
  expect(assets.scripts.reset).toEqual({ src: '/assets/reset-E.js', preload: [] })
  expect(assets.scripts['sign-in']).toEqual({
    src: '/assets/sign-in-D.js',
    preload: ['/assets/shared-A.js', '/assets/deeper-B.js'],
  })
})

test('a build without one of the pages is reported by name, with the fix', () => {
  const { 'browser/reset.ts': _, ...incomplete } = manifest
  expect(() => readAssets(write(incomplete))).toThrow(/does not name browser\/reset\.ts: run "npm run build"/)
})

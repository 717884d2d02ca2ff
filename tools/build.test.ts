import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { readAssets } from '../server/platform/html/assets.ts'
import { build } from './build.ts'

const folder = 'dist/browser'
const sizeOf = (url: string) => readFileSync(`${folder}${url}.br`).length
const totalOf = (urls: readonly string[]) => urls.reduce((total, url) => total + sizeOf(url), 0)

beforeAll(() => build(), 120_000)

test('the first load of the admin site is at most 250 kB compressed', () => {
  const page = readFileSync('dist/admin/admin.html', 'utf8')
  const files = [...page.matchAll(/\/admin(\/assets\/[^"]+)"/g)].map(([, file]) => `dist/admin${file}.br`)
  expect(files.length).toBeGreaterThan(1)
  expect(files.reduce((total, file) => total + readFileSync(file).length, 0)).toBeLessThan(250_000)
})

describe('a file that pages load', () => {
  it.each(['sign-in', 'reset', 'account'] as const)('is small when compressed: %s', name => {
    const { stylesheet, scripts } = readAssets(`${folder}/.vite/manifest.json`)
    expect(totalOf([stylesheet, scripts[name].src, ...scripts[name].preload])).toBeLessThan(12_000)
  })

  it('declares every colour that the account pages use', () => {
    const { stylesheet } = readAssets(`${folder}/.vite/manifest.json`)
    const sheet = readFileSync(folder + stylesheet, 'utf8')
    const used = new Set([...sheet.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name))
    expect(used.size).toBeGreaterThan(15)
    expect([...used].filter(name => !sheet.includes(`${name}:`))).toEqual([])
  })

  it("holds nothing that the pages' policy forbids", () => {
    const { scripts } = readAssets(`${folder}/.vite/manifest.json`)
    for (const { src, preload } of Object.values(scripts)) {
      for (const url of [src, ...preload])
        expect(readFileSync(folder + url, 'utf8')).not.toMatch(/\beval\(|new Function|data:|blob:/)
    }
  })

  it('builds nothing if nothing has changed', async () => {
    expect(await build()).toEqual([])
  })
})

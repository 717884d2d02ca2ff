import { describe, expect, it } from 'vitest'
import { codeRules, findBreaches, isBound, sparedBy } from './code-rules.ts'
import { parseSource, readSourceFiles } from './source-files.ts'

const files = readSourceFiles()

describe('what may stand in a file', () => {
  it.each(codeRules)('$says', rule => {
    for (const text of rule.breaches) {
      const example = parseSource({ path: 'server/example.ts', text })
      expect(example.errors, text).toEqual([])
      expect(findBreaches(rule, example), text).not.toEqual([])
    }
    const bound = files.filter(({ path }) => isBound(rule, path))
    expect(bound).not.toEqual([])
    const breaches = bound.filter(({ path }) => sparedBy(rule, path) === undefined)
    expect(breaches.flatMap(file => findBreaches(rule, file))).toEqual([])
  })

  it.each(codeRules.filter(rule => rule.spares))('$says: every exception is still needed', rule => {
    const needed = files
      .filter(file => isBound(rule, file.path) && findBreaches(rule, file).length > 0)
      .map(({ path }) => sparedBy(rule, path))
    expect(Object.keys(rule.spares ?? {}).filter(glob => !needed.includes(glob))).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { codeRules, findBreaches, isBound, sparedBy } from './code-rules.ts'
import { parseSource, readSourceFiles } from './source-files.ts'
import { testLimitRule } from './test-limits.ts'

const files = readSourceFiles()

describe('the content of a file', () => {
  for (const rule of [...codeRules, testLimitRule]) {
    const bound = files.filter(({ path }) => isBound(rule, path))

    it(rule.says, () => {
      for (const text of rule.breaches) {
        const example = parseSource({ path: 'server/example.ts', text })
        expect(example.errors, text).toEqual([])
        expect(findBreaches(rule, example), text).not.toEqual([])
      }
      expect(bound).not.toEqual([])
      const notSpared = bound.filter(({ path }) => sparedBy(rule, path) === undefined)
      expect(notSpared.flatMap(file => findBreaches(rule, file))).toEqual([])
    })

    if (!rule.spares) continue
    it(`${rule.says}: every exception is still needed`, () => {
      const needed = bound.filter(file => findBreaches(rule, file).length > 0).map(({ path }) => sparedBy(rule, path))
      expect(Object.keys(rule.spares ?? {}).filter(glob => !needed.includes(glob))).toEqual([])
    })
  }
})
